// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutkeeper.h"

namespace griddesk {

namespace {
// The number is that of the arrangement: another set of docks or columns gets another one.
const std::string prefix = "setting/shell/1/";
} // namespace

LayoutKeeper::LayoutKeeper(DraftStore& drafts, QObject* parent) : QObject(parent), m_drafts(drafts)
{
    m_later.setSingleShot(true);
    m_later.setInterval(1000);
    connect(&m_later, &QTimer::timeout, this, &LayoutKeeper::write);
}

void LayoutKeeper::load()
{
    m_drafts.list(prefix).then(this, [this](Result<std::vector<std::pair<std::string, std::string>>> answer) {
        if (answer)
            for (const auto& [key, value] : *answer)
                m_values.insert(QString::fromStdString(key.substr(prefix.size())), QByteArray::fromBase64(QByteArray::fromStdString(value)));
        m_written = m_values;
        Q_EMIT loaded();
    });
}

void LayoutKeeper::set(const QString& name, const QByteArray& value)
{
    m_values.insert(name, value);
    m_later.start();
}

void LayoutKeeper::write()
{
    m_later.stop();
    if (m_collect)
        m_collect();
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        if (!m_written.contains(it.key()) || m_written.value(it.key()) != it.value())
            // A setting that could not be written is only the old arrangement next time.
            (void)m_drafts.put(prefix + it.key().toStdString(), it.value().toBase64().toStdString());
    m_written = m_values;
    m_later.stop();
}

} // namespace griddesk
