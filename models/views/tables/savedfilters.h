// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casecommands.h"
#include "models/service/casequeries.h"
#include "models/service/clocksource.h"
#include "models/service/notifier.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// A queue and what narrows it, under a name of its own. "Mine" is whoever opens it. A plain value.
struct SavedFilter {
    std::string id;
    QString name;
    CaseFilter filter;
    bool operator==(const SavedFilter&) const = default;
};

/// As kept in the profile: an URL query, so that names may hold anything.
[[nodiscard]] std::string savedFilterText(const SavedFilter& saved);
/// Errors: LimitExceeded above 4 KiB, Syntax for a text without a name or queue or with a value that cannot be read.
[[nodiscard]] Result<SavedFilter> parseSavedFilter(std::string id, const std::string& text);

/// The saved filters of the person at the desk, kept in the profile, with their numbers where these are cheap: counted one
/// after another, at most every 3 s after a change, and not at all for a search in texts. Thread: GUI.
class SavedFilters : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t maximum = 50;
    static constexpr qsizetype longestName = 60;

    SavedFilters(DraftStore& drafts, CaseQueries& queries, Notifier& notifier, const ClockSource& clock, QObject* parent = nullptr);

    /// Reads those of another person; the same again does nothing.
    void setAccount(const AccountId& account);
    [[nodiscard]] const std::vector<SavedFilter>& filters() const { return m_filters; } ///< in order of saving
    [[nodiscard]] const SavedFilter* find(const std::string& id) const;
    [[nodiscard]] std::optional<std::int64_t> count(const std::string& id) const; ///< absent while unknown
    /// Keeps a filter under a name; its id. Errors: LimitExceeded when there are `maximum` already, InvalidArgument for an
    /// empty name.
    Result<std::string> add(const QString& name, const CaseFilter& filter);
    void rename(const std::string& id, const QString& name);
    void remove(const std::string& id);
    /// The name of the filter restore() brings back; empty when none was deleted.
    [[nodiscard]] QString deletedName() const { return m_deleted.empty() ? QString() : m_deleted.back().name; }
    void restore();

Q_SIGNALS:
    void changed(); ///< another list or other names
    void counted();
    void failed(const griddesk::Error& error);

private:
    DraftStore& m_drafts;
    CaseQueries& m_queries;
    const ClockSource& m_clock;
    std::optional<AccountId> m_account;
    std::vector<SavedFilter> m_filters, m_deleted;
    std::map<std::string, std::int64_t> m_counts;
    QTimer m_soon;
    std::uint64_t m_generation = 0; ///< of the person
    bool m_counting = false, m_again = false;

    [[nodiscard]] std::string key(const std::string& id) const;
    void write(const SavedFilter& saved);
    void insert(SavedFilter saved);
    void countAll();
    void countFrom(std::string id);
};

} // namespace griddesk
