// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;

namespace griddesk {

/// A card laid over part of a page: what lies below is dimmed and out of reach of Tab, the rest of the program goes on.
/// open() shows it and takes the focus, done() closes it and gives the focus back. No event loop of its own.
class Sheet : public QWidget {
    Q_OBJECT

public:
    /// Covers `page` from `topMargin` pixels below its upper edge.
    explicit Sheet(QWidget* page);

    /// The card contents go into.
    [[nodiscard]] QFrame* card() const { return m_card; }
    void setTopMargin(int pixels);
    /// Largest width of the card; it stays in the middle.
    void setCardWidth(int pixels);
    void open(QWidget* firstFocus);
    void done();

Q_SIGNALS:
    void opened(); ///< before it is laid over the page
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void cover();

    QFrame* m_card;
    QPointer<QWidget> m_before;
    int m_topMargin = 0, m_cardWidth = 760;
};

} // namespace griddesk
