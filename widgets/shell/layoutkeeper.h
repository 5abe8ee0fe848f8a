// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casecommands.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>

namespace griddesk {

/// Small settings of the window (arrangement, columns, keys) under "setting/shell/": read once at start, written a second
/// after the last change and at once when told. Thread: GUI.
class LayoutKeeper : public QObject {
    Q_OBJECT

public:
    LayoutKeeper(DraftStore& drafts, QObject* parent);

    /// Reads everything that was kept and tells.
    void load();
    [[nodiscard]] QByteArray value(const QString& name) const { return m_values.value(name); }
    void set(const QString& name, const QByteArray& value);
    /// Asked for values that change by themselves before writing.
    void setCollector(std::function<void()> collect) { m_collect = std::move(collect); }
    void noteChange() { m_later.start(); }
    void write();

Q_SIGNALS:
    void loaded();

private:
    DraftStore& m_drafts;
    QMap<QString, QByteArray> m_values;
    QMap<QString, QByteArray> m_written;
    std::function<void()> m_collect;
    QTimer m_later;
};

} // namespace griddesk
