// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandlanguage.h"

#include <algorithm>
#include <optional>

namespace griddesk {

namespace {

using Kind = CommandProblem::Kind;

bool begins(QChar c) { return c == QLatin1Char('/') || c == QChar(0xFF0F) || c == QChar(0x3001); }

/// The closing quote of an opening one; null when it is none.
QChar closing(QChar open)
{
    switch (open.unicode()) {
    case u'"': return u'"';
    case 0x201C: return QChar(0x201D);
    case 0x300C: return QChar(0x300D);
    default: return {};
    }
}

const CommandField* fieldOf(const CommandVerb& verb, const QString& word)
{
    const auto found = std::ranges::find_if(verb.fields, [&](const auto& field) { return field.aliases.contains(word, Qt::CaseInsensitive); });
    return found == verb.fields.end() ? nullptr : &*found;
}

} // namespace

bool CommandLanguage::isCommand(const QString& text)
{
    const auto trimmed = text.trimmed();
    return !trimmed.isEmpty() && begins(trimmed.at(0));
}

std::expected<std::vector<CommandLanguage::Token>, CommandProblem> CommandLanguage::tokens(const QString& text)
{
    if (text.size() > maximumLength)
        return std::unexpected(CommandProblem{Kind::TooLong, QString::number(maximumLength)});
    std::vector<Token> found;
    for (qsizetype i = 0; i < text.size();) {
        if (text.at(i).isSpace()) {
            ++i;
            continue;
        }
        if (const auto close = closing(text.at(i)); !close.isNull()) {
            const auto end = text.indexOf(close, i + 1);
            if (end < 0)
                return std::unexpected(CommandProblem{Kind::UnclosedQuote, text.mid(i)});
            found.push_back({text.mid(i + 1, end - i - 1), i, true});
            i = end + 1;
            continue;
        }
        const auto start = i;
        while (i < text.size() && !text.at(i).isSpace())
            ++i;
        found.push_back({text.mid(start, i - start), start, false});
    }
    return found;
}

const CommandVerb* CommandLanguage::verb(const QString& word) const
{
    const auto found = std::ranges::find_if(m_verbs, [&](const auto& v) { return v.aliases.contains(word, Qt::CaseInsensitive); });
    return found == m_verbs.end() ? nullptr : &*found;
}

std::expected<CommandLine, CommandProblem> CommandLanguage::parse(const QString& text) const
{
    const auto trimmed = text.trimmed();
    if (!isCommand(trimmed))
        return std::unexpected(CommandProblem{Kind::Empty, {}});
    const auto words = tokens(trimmed.mid(1));
    if (!words)
        return std::unexpected(words.error());
    if (words->empty())
        return std::unexpected(CommandProblem{Kind::Empty, {}});
    const auto* known = verb(words->front().text);
    if (known == nullptr)
        return std::unexpected(CommandProblem{Kind::UnknownVerb, words->front().text});

    CommandLine line{.verb = known->id, .fields = {}, .rest = {}};
    QStringList rest;
    const CommandField* open = nullptr;
    QStringList value;
    const auto close = [&]() -> std::optional<CommandProblem> {
        if (open == nullptr)
            return std::nullopt;
        if (value.isEmpty())
            return CommandProblem{Kind::MissingValue, open->aliases.front()};
        line.fields.insert(open->id, value.join(QLatin1Char(' ')));
        value.clear();
        return std::nullopt;
    };
    for (std::size_t i = 1; i < words->size(); ++i) {
        const auto& token = (*words)[i];
        const auto* field = token.quoted ? nullptr : fieldOf(*known, token.text);
        if (field == nullptr) {
            (open != nullptr ? value : rest) << token.text;
            continue;
        }
        if (auto problem = close())
            return std::unexpected(*problem);
        if (line.fields.contains(field->id))
            return std::unexpected(CommandProblem{Kind::RepeatedField, token.text});
        open = field;
    }
    if (auto problem = close())
        return std::unexpected(*problem);
    line.rest = rest.join(QLatin1Char(' '));
    if (!line.rest.isEmpty() && !known->takesRest)
        return std::unexpected(CommandProblem{Kind::Unexpected, line.rest});
    for (const auto& field : known->fields)
        if (field.required && !line.fields.contains(field.id))
            return std::unexpected(CommandProblem{Kind::MissingField, field.aliases.front()});
    return line;
}

CommandPrompt CommandLanguage::promptAt(const QString& text) const
{
    CommandPrompt prompt;
    if (!isCommand(text)) {
        prompt.prefix = text.trimmed();
        return prompt;
    }
    qsizetype slash = 0;
    while (!begins(text.at(slash)))
        ++slash;
    const auto body = text.mid(slash + 1);
    const auto words = tokens(body);
    prompt.what = CommandPrompt::What::Verb;
    prompt.start = slash + 1;
    if (!words || words->empty())
        return prompt;
    const bool between = body.back().isSpace();
    if (words->size() == 1 && !between) {
        prompt.prefix = words->front().text;
        prompt.start += words->front().start;
        return prompt;
    }
    const auto* known = verb(words->front().text);
    if (known == nullptr) {
        prompt.prefix = words->front().text;
        prompt.start += words->front().start;
        return prompt;
    }
    prompt.verb = known->id;
    prompt.what = CommandPrompt::What::Field;
    prompt.prefix = between ? QString() : words->back().text;
    prompt.start = between ? text.size() : slash + 1 + words->back().start;
    // A value is typed when the word before it is the name of a field.
    const auto before = between ? words->size() : words->size() - 1;
    if (before >= 2)
        if (const auto* field = fieldOf(*known, (*words)[before - 1].text)) {
            prompt.what = CommandPrompt::What::Value;
            prompt.field = field->id;
        }
    return prompt;
}

QStringList CommandLanguage::completions(const CommandPrompt& prompt, const QString& text, bool latinFirst) const
{
    QStringList found;
    const auto ofLanguage = [&](const QString& alias) { return latinFirst == (alias.front().unicode() < 0x2E80); };
    const auto best = [&](const QStringList& aliases) {
        QString first;
        for (const auto& alias : aliases) {
            if (!alias.startsWith(prompt.prefix, Qt::CaseInsensitive))
                continue;
            // A name of the other language is offered only when it is what was begun.
            if (ofLanguage(alias)) {
                found << alias;
                return;
            }
            if (first.isEmpty())
                first = alias;
        }
        if (!first.isEmpty())
            found << first;
    };
    if (prompt.what == CommandPrompt::What::Verb)
        for (const auto& v : m_verbs)
            best(v.aliases);
    if (prompt.what == CommandPrompt::What::Field) {
        const auto words = tokens(text);
        for (const auto& v : m_verbs) {
            if (v.id != prompt.verb)
                continue;
            for (const auto& field : v.fields) {
                const bool used = words && std::ranges::any_of(*words, [&](const Token& token) {
                                      return token.start != prompt.start && field.aliases.contains(token.text, Qt::CaseInsensitive);
                                  });
                if (!used)
                    best(field.aliases);
            }
        }
    }
    return found;
}

} // namespace griddesk
