// SPDX-License-Identifier: GPL-3.0-or-later
#include "languageswitch.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace griddesk {

std::string_view nameOf(Language language) noexcept { return language == Language::Chinese ? "zh_CN" : "en"; }

Result<Language> parseLanguage(std::string_view name)
{
    for (const auto language : {Language::English, Language::Chinese})
        if (nameOf(language) == name)
            return language;
    return fail(ErrorCode::OutOfRange, "a language is en or zh_CN", std::string(name.substr(0, 64)));
}

Language languageOf(const QLocale& locale) { return locale.language() == QLocale::Chinese ? Language::Chinese : Language::English; }

LanguageSwitch::~LanguageSwitch() { remove(); }

void LanguageSwitch::remove()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qt);
}

Result<void> LanguageSwitch::use(Language language)
{
    if (language == Language::Chinese) {
        const auto file = QStringLiteral(":/i18n/griddesk_zh_CN.qm");
        if (m_texts.isEmpty() && !m_texts.load(file))
            return fail(ErrorCode::FileNotFound, "the translation is not part of this build", file.toStdString());
        remove();
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        // Without Qt's package its few standard texts stay English; ours never depend on it.
        if (!m_qt.isEmpty() || m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        QCoreApplication::installTranslator(&m_texts);
    } else {
        remove();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    m_language = language;
    return {};
}

} // namespace griddesk
