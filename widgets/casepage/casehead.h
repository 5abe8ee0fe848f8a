// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/words.h"
#include "widgets/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace griddesk {

/// The sign of a lamp as a widget; says itself to screen readers.
class LampSign : public QWidget {
    Q_OBJECT

public:
    LampSign(const ThemeKeeper& theme, QWidget* parent);
    void show(Lamp lamp, const QString& text);
    [[nodiscard]] QSize sizeHint() const override { return {18, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeKeeper& m_theme;
    Lamp m_lamp = Lamp::None;
};

/// Head of the case page: numbers, stage, lamp and time left, urgency as a bar at the left, what and where it is, who
/// holds it, marks, and the reporter, masked until somebody asks for a purpose.
class CaseHead : public QFrame {
    Q_OBJECT

public:
    CaseHead(const Words& words, ThemeKeeper& theme, QWidget* parent);

    void showDetail(const CaseDetail& detail, Instant now);
    /// Only what moves with time.
    void setNow(Instant now);
    /// Opened personal data; an empty one masks it again.
    void showPersonal(const PersonalData& personal);
    void retranslate();
    /// Leaves out all but number, title, place and time, where a form needs the room.
    void setBrief(bool brief);

Q_SIGNALS:
    void revealWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showAbout();
    void showReporter();
    void showMarks();
    [[nodiscard]] QString holder() const;
    [[nodiscard]] QString handler() const;
    [[nodiscard]] QString clockName() const;
    [[nodiscard]] QString stageName() const;

    const Words& m_words;
    ThemeKeeper& m_theme;
    QLabel *m_number, *m_stage, *m_left, *m_clock, *m_title, *m_category, *m_place, *m_holder, *m_reporter;
    LampSign* m_lamp;
    QWidget* m_marks;
    QPushButton* m_reveal;
    std::optional<CaseDetail> m_detail;
    PersonalData m_personal;
    QStringList m_about; ///< what the line of facts says, one by one
    Instant m_now{};
    bool m_brief = false;
};

} // namespace griddesk
