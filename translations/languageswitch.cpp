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
    for (auto* translator : {&m_chinese, &m_english, &m_qt})
        QCoreApplication::removeTranslator(translator);
}

Result<void> LanguageSwitch::use(Language language)
{
    const bool inChinese = language == Language::Chinese;
    auto& texts = inChinese ? m_chinese : m_english;
    const auto file = QStringLiteral(":/i18n/griddesk_%1.qm").arg(QLatin1String(nameOf(language)));
    if (texts.filePath().isEmpty() && !texts.load(file))
        return fail(ErrorCode::FileNotFound, "the translation is not part of this build", file.toStdString());

    remove();
    QLocale::setDefault(inChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates));
    // Without Qt's package its few standard texts stay English; ours never depend on it.
    if (inChinese
        && (!m_qt.filePath().isEmpty() || m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&texts);
    m_language = language;
    return {};
}

} // namespace griddesk
