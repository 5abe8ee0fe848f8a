// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandlanguage.h"
#include "models/service/desk.h"
#include "models/views/words.h"

#include <QObject>

#include <functional>
#include <optional>

namespace griddesk {

/// Carries out the commands that work on cases and places: dispatch, case, go. Answers are told by signals; nothing waits.
/// Thread: GUI. Owner: the main window.
class CommandRunner : public QObject {
    Q_OBJECT

public:
    CommandRunner(const Desk& desk, const Words& words, QObject* parent = nullptr);

    void setSession(Session session) { m_session = std::move(session); }
    /// The verbs with named fields, for the command language.
    [[nodiscard]] static std::vector<CommandVerb> verbs();
    /// False when the verb is not one of these.
    bool run(const CommandLine& line);
    /// Values that could stand in a field, by prefix.
    [[nodiscard]] QStringList values(const QString& field, const QString& prefix) const;

Q_SIGNALS:
    void caseFound(const griddesk::CaseId& id);
    void placeFound(const griddesk::GeoPoint& place, const QString& name);
    void saved(const QString& what, const griddesk::SubmitAnswer& answer);
    void refused(const QString& what, const QString& why);

private:
    Desk m_desk;
    const Words& m_words;
    Session m_session;
    std::uint64_t m_generation = 0;

    void openCase(const QString& number);
    void go(const QString& where);
    void dispatch(const CommandLine& line);
    void submitDispatch(const CaseRow& row, const UnitId& unit, const QString& basis, const QString& reason);
    void withCase(const QString& number, std::function<void(const CaseRow&)> then);
    [[nodiscard]] std::optional<UnitId> unitNamed(const QString& name) const;
};

} // namespace griddesk
