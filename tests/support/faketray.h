// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/notifier.h"
#include "models/service/tray.h"

#include <algorithm>

namespace griddesk::fake {

/// A tray in memory. Thread: GUI.
class FakeTray : public Tray {
public:
    explicit FakeTray(Notifier& notifier) : m_notifier(notifier) {}

    std::vector<TrayItem> open;
    std::vector<SettledTrayItem> done;
    std::optional<Error> error; ///< answered to every change

    QFuture<Result<std::vector<TrayItem>>> items(const Actor&, Instant) override { return give(std::vector(open)); }
    QFuture<Result<std::vector<SettledTrayItem>>> settled(int) override { return give(std::vector(done)); }
    QFuture<Result<void>> withdraw(const Actor& actor, std::vector<OperationId> operations, const std::string& words) override
    {
        if (error)
            return did(std::unexpected(*error));
        for (const auto& id : operations)
            if (const auto item = find(id); item != open.end()) {
                done.insert(done.begin(), {.operation = item->operation,
                                           .savedAt = item->savedAt,
                                           .number = item->row ? item->row->number : std::string(),
                                           .how = "withdrawn",
                                           .byAccount = actor.account.text(),
                                           .words = words,
                                           .at = item->savedAt});
                open.erase(item);
            }
        tell();
        return did({});
    }
    QFuture<Result<void>> putBack(const Actor&, std::vector<OperationId> operations) override
    {
        for (const auto& id : operations)
            std::erase_if(done, [&](const SettledTrayItem& one) {
                if (one.operation.id == id)
                    open.push_back({.operation = one.operation, .savedAt = one.savedAt, .outcome = {}, .reason = {}, .refusal = {}, .before = {}, .after = {}, .row = {}, .since = {}, .assignments = {}, .now = {}});
                return one.operation.id == id;
            });
        tell();
        return did({});
    }
    /// A submission settled that one, as the outbox does it.
    void settle(const OperationId& id)
    {
        if (const auto item = find(id); item != open.end())
            open.erase(item);
        tell();
    }

private:
    Notifier& m_notifier;

    [[nodiscard]] std::vector<TrayItem>::iterator find(const OperationId& id)
    {
        return std::ranges::find(open, id, [](const TrayItem& item) { return item.operation.id; });
    }
    void tell() { Q_EMIT m_notifier.outboxChanged(0, static_cast<int>(open.size())); }
    static QFuture<Result<void>> did(Result<void> done) { return QtFuture::makeReadyValueFuture(std::move(done)); }
    template <typename T>
    static QFuture<Result<std::vector<T>>> give(std::vector<T> value)
    {
        return QtFuture::makeReadyValueFuture(Result<std::vector<T>>(std::move(value)));
    }
};

} // namespace griddesk::fake
