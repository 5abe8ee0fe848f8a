// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/stagesteps.h"
#include "models/views/words.h"
#include "widgets/theme.h"

#include <QWidget>

#include <array>

namespace griddesk {

/// The way of a case as a strip of steps: done with a tick, the present one filled, those passed by struck through,
/// unknown ones of an import as "–"; how often a step was done over stands above it. Thread: GUI.
class StageStrip : public QWidget {
    Q_OBJECT

public:
    StageStrip(const Words& words, ThemeKeeper& theme, QWidget* parent);
    void showCase(const Case& c, bool verifyDue);
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override { return {560, m_exit.isEmpty() ? 58 : 84}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {340, m_exit.isEmpty() ? 58 : 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString nameOf(CaseStep step) const;
    [[nodiscard]] QString saying(std::size_t i) const;
    struct Spread {
        int pixels = 0;                            ///< size of the letters
        std::array<double, caseStepCount> right{}; ///< where each step ends
    };
    /// Steps as wide as their names need, the rest shared equally, so that no name is cut off.
    [[nodiscard]] Spread spread() const;

    const Words& m_words;
    ThemeKeeper& m_theme;
    StepViews m_steps;
    QString m_exit; ///< name of the stage a case left by
};

} // namespace griddesk
