// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <expected>
#include <vector>

namespace griddesk {

/// A named field of a command: `单位 市容科`.
struct CommandField {
    QString id;
    QStringList aliases; ///< Chinese, pinyin, English; the first is offered
    bool required = false;
};

/// A verb: `/派`. Words that belong to no field are the rest.
struct CommandVerb {
    QString id;
    QStringList aliases; ///< the first is offered
    std::vector<CommandField> fields;
    bool takesRest = true;
};

/// A command that was understood.
struct CommandLine {
    QString verb;
    QMap<QString, QString> fields; ///< by field id
    QString rest;
    bool operator==(const CommandLine&) const = default;
};

struct CommandProblem {
    enum class Kind { Empty, TooLong, UnclosedQuote, UnknownVerb, MissingField, MissingValue, RepeatedField, Unexpected };
    Kind kind = Kind::Empty;
    QString word; ///< the word or field it is about
    bool operator==(const CommandProblem&) const = default;
};

/// What somebody is about to type at the end of a text.
struct CommandPrompt {
    enum class What { Search, Verb, Field, Value };
    What what = What::Search;
    QString verb;    ///< id, once it is known
    QString field;   ///< id of the field whose value is typed
    QString prefix;  ///< what of it is there
    qsizetype start = 0; ///< where it begins in the text
    bool operator==(const CommandPrompt&) const = default;
};

/// The language of the command bar: `/派 案 3217 单位 市容科 依据 法定`. A verb, then named fields in any order; a value
/// reaches to the next field name or is put in quotes. `/`, `／` and `、` begin a command; blanks of both widths separate.
/// At most 500 characters. Pure; any thread.
class CommandLanguage {
public:
    static constexpr qsizetype maximumLength = 500;

    explicit CommandLanguage(std::vector<CommandVerb> verbs) : m_verbs(std::move(verbs)) {}

    [[nodiscard]] static bool isCommand(const QString& text);
    [[nodiscard]] std::expected<CommandLine, CommandProblem> parse(const QString& text) const;
    [[nodiscard]] CommandPrompt promptAt(const QString& text) const;
    /// Words that could stand there: aliases of verbs, or names of fields not used yet; the best alias of each.
    /// `latinFirst` prefers aliases in Latin letters over Chinese ones, the first of its kind.
    [[nodiscard]] QStringList completions(const CommandPrompt& prompt, const QString& text, bool latinFirst = false) const;
    [[nodiscard]] const std::vector<CommandVerb>& verbs() const { return m_verbs; }

private:
    struct Token {
        QString text;
        qsizetype start = 0;
        bool quoted = false;
    };
    std::vector<CommandVerb> m_verbs;

    [[nodiscard]] static std::expected<std::vector<Token>, CommandProblem> tokens(const QString& text);
    [[nodiscard]] const CommandVerb* verb(const QString& word) const;
};

} // namespace griddesk
