// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/casepage/difflistmodel.h"
#include "models/views/words.h"

#include <QTimer>

namespace griddesk {

/// Why an earlier case is shown beside the form.
enum class HistoryReason { Caller, Address, Nearby };

struct HistoryRow {
    std::string id; ///< case id
    CaseRow row;
    HistoryReason reason = HistoryReason::Address;
    bool operator==(const HistoryRow&) const = default;
};

/// Earlier cases of the same telephone, at the same address or within 100 m, newest first within each reason. Asked while
/// typing like the duplicates. Thread: GUI.
class HistoryModel : public DiffListModel<HistoryRow> {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, DetailRole, ReasonRole };

    static constexpr int mostOfEach = 20;
    static constexpr int nearMetres = 100;

    HistoryModel(const Desk& desk, const Words& words, QObject* parent = nullptr);

    void setDelay(Milliseconds delay) { m_timer.setInterval(delay); }
    /// Who is at the desk: it decides what is seen of a caller's history. What is shown is asked for anew.
    void setActor(const Actor& actor);
    void ask(const std::string& phone, const std::string& address, std::optional<GeoPoint> place);
    void clear() { ask({}, {}, {}); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void start();
    void take(HistoryReason reason, std::vector<CaseRow> found);
    void readKeys(HistoryReason reason, QFuture<Result<std::vector<CaseKey>>> keys);

    const Desk m_desk;
    const Words& m_words;
    QTimer m_timer;
    Actor m_actor{AccountId::literal("nobody"), PostId::literal("nobody")};
    std::string m_phone, m_address;
    std::optional<GeoPoint> m_place;
    CancelFlag m_cancel;
    std::uint64_t m_generation = 0;
    std::vector<HistoryRow> m_found;
};

} // namespace griddesk
