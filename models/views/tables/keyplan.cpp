// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyplan.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace griddesk {

namespace {

using Keys = std::vector<CaseKey>;

int size(const Keys& keys) { return static_cast<int>(keys.size()); }

/// Positions (into `ranks`) of a longest increasing run; the elements that stay. Patience sorting.
std::vector<bool> longestIncreasing(const std::vector<int>& ranks)
{
    std::vector<int> tails, previous(ranks.size(), -1);
    for (int i = 0; i < static_cast<int>(ranks.size()); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), ranks[static_cast<std::size_t>(i)],
                                         [&](int tail, int rank) { return ranks[static_cast<std::size_t>(tail)] < rank; });
        if (at != tails.begin())
            previous[static_cast<std::size_t>(i)] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> stays(ranks.size(), false);
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = previous[static_cast<std::size_t>(i)])
        stays[static_cast<std::size_t>(i)] = true;
    return stays;
}

/// Collects edits until there are too many.
class Planner {
public:
    Planner(Keys shown, int maximum) : m_keys(std::move(shown)), m_maximum(maximum) {}

    bool add(KeyEdit edit)
    {
        if (static_cast<int>(m_edits.size()) >= m_maximum)
            return false;
        applyEdit(m_keys, edit);
        m_edits.push_back(std::move(edit));
        return true;
    }
    [[nodiscard]] const Keys& keys() const { return m_keys; }
    [[nodiscard]] std::vector<KeyEdit> take() { return std::move(m_edits); }

    /// Removes what is not in `kept`, last range first, so that earlier positions stay true.
    bool removeExcept(const std::unordered_map<CaseKey, int>& kept)
    {
        for (int last = size(m_keys) - 1; last >= 0; --last) {
            if (kept.contains(m_keys[static_cast<std::size_t>(last)]))
                continue;
            int first = last;
            while (first > 0 && !kept.contains(m_keys[static_cast<std::size_t>(first - 1)]))
                --first;
            if (!add({KeyEdit::Kind::Remove, first, last - first + 1, 0, {}}))
                return false;
            last = first;
        }
        return true;
    }
    /// Brings the keys into the order of `target`. Going through the target from the left, each key that does not stay
    /// is put behind its predecessor; neighbours that move together move in one edit.
    bool reorder(const Keys& target, const std::vector<bool>& stays)
    {
        for (int t = 0; t < size(target); ++t) {
            if (stays[static_cast<std::size_t>(t)])
                continue;
            const int from = position(target[static_cast<std::size_t>(t)], t);
            const int to = t == 0 ? 0 : position(target[static_cast<std::size_t>(t - 1)], t) + 1;
            if (from == to)
                continue;
            int count = 1;
            while (t + count < size(target) && from + count < size(m_keys) && !stays[static_cast<std::size_t>(t + count)]
                   && m_keys[static_cast<std::size_t>(from + count)] == target[static_cast<std::size_t>(t + count)] && from + count != to)
                ++count;
            if (!add({KeyEdit::Kind::Move, from, count, to, {}}))
                return false;
            t += count - 1;
        }
        return true;
    }
    bool insertMissing(const Keys& target)
    {
        for (int t = 0; t < size(target); ++t) {
            if (t < size(m_keys) && m_keys[static_cast<std::size_t>(t)] == target[static_cast<std::size_t>(t)])
                continue;
            // Everything shown is in order by now, so the run of new keys ends where the shown key comes again.
            int end = t;
            const bool open = t >= size(m_keys);
            while (end < size(target) && (open || target[static_cast<std::size_t>(end)] != m_keys[static_cast<std::size_t>(t)]))
                ++end;
            if (!add({KeyEdit::Kind::Insert, t, end - t, 0, Keys(target.begin() + t, target.begin() + end)}))
                return false;
            t = end - 1;
        }
        return true;
    }

private:
    Keys m_keys;
    std::vector<KeyEdit> m_edits;
    int m_maximum;

    /// Looks outwards from a hint: moves are few, so a key is seldom far from where it is expected.
    [[nodiscard]] int position(CaseKey key, int hint) const
    {
        const int n = size(m_keys);
        for (int distance = 0; distance <= n; ++distance) {
            if (const int up = hint - distance; up >= 0 && up < n && m_keys[static_cast<std::size_t>(up)] == key)
                return up;
            if (const int down = hint + distance; down < n && m_keys[static_cast<std::size_t>(down)] == key)
                return down;
        }
        return n;
    }
};

} // namespace

void applyEdit(Keys& keys, const KeyEdit& edit)
{
    const auto at = keys.begin() + edit.first;
    switch (edit.kind) {
    case KeyEdit::Kind::Remove: keys.erase(at, at + edit.count); return;
    case KeyEdit::Kind::Insert: keys.insert(at, edit.keys.begin(), edit.keys.end()); return;
    case KeyEdit::Kind::Move:
        if (edit.to > edit.first)
            std::rotate(at, at + edit.count, keys.begin() + edit.to);
        else
            std::rotate(keys.begin() + edit.to, at, at + edit.count);
        return;
    }
}

KeyPlan planUpdate(const Keys& shown, const Keys& wanted, bool holdNew, int maximumEdits)
{
    KeyPlan plan;
    const std::unordered_set<CaseKey> known(shown.begin(), shown.end());
    Keys target; // the wanted keys that are shown already, in wanted order
    target.reserve(shown.size());
    for (const auto key : wanted) {
        if (known.contains(key))
            target.push_back(key);
        else if (holdNew)
            plan.pending.push_back(key);
    }
    plan.result = holdNew ? target : wanted;
    if (shown == plan.result)
        return plan;

    std::unordered_map<CaseKey, int> rankOf;
    rankOf.reserve(target.size());
    for (int i = 0; i < size(target); ++i)
        rankOf.emplace(target[static_cast<std::size_t>(i)], i);
    std::vector<int> ranks;
    ranks.reserve(target.size());
    for (const auto key : shown)
        if (const auto it = rankOf.find(key); it != rankOf.end())
            ranks.push_back(it->second);
    const auto staysShown = longestIncreasing(ranks);
    std::vector<bool> stays(target.size(), false);
    for (std::size_t i = 0; i < ranks.size(); ++i)
        stays[static_cast<std::size_t>(ranks[i])] = staysShown[i];

    if (std::count(stays.begin(), stays.end(), false) > std::ptrdiff_t{maximumEdits} * 200) {
        plan.wholesale = true;
        return plan;
    }
    Planner planner(shown, maximumEdits);
    if (planner.removeExcept(rankOf) && planner.reorder(target, stays) && (holdNew || planner.insertMissing(wanted)))
        plan.edits = planner.take();
    else
        plan.wholesale = true;
    return plan;
}

} // namespace griddesk
