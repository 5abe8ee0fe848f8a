// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QLocale>
#include <QTranslator>

#include <string_view>

namespace griddesk {

enum class Language { English, Chinese };

/// The name in settings and on the command line: "en", "zh_CN".
[[nodiscard]] std::string_view nameOf(Language language) noexcept;
/// Errors: OutOfRange.
[[nodiscard]] Result<Language> parseLanguage(std::string_view name);
/// Chinese on a Chinese desktop, else English.
[[nodiscard]] Language languageOf(const QLocale& locale);

/// Puts a language into the running program: its own texts, those of Qt where Qt's translations are installed, and the
/// default locale. Before the first use() the texts are the plain English ones of the sources. Widgets hear of a change by QEvent::LanguageChange. Needs a QCoreApplication that outlives it.
/// Thread: GUI.
class LanguageSwitch {
public:
    LanguageSwitch() = default;
    LanguageSwitch(const LanguageSwitch&) = delete;
    LanguageSwitch& operator=(const LanguageSwitch&) = delete;
    ~LanguageSwitch();

    /// Errors: FileNotFound when the program was built without its translation; the language stays as it was.
    [[nodiscard]] Result<void> use(Language language);
    [[nodiscard]] Language language() const noexcept { return m_language; }

private:
    void remove();

    Language m_language = Language::English;
    QTranslator m_chinese;
    QTranslator m_english; ///< only texts that count: one case, two cases
    QTranslator m_qt;      ///< the Chinese of Qt's own dialogs
};

} // namespace griddesk
