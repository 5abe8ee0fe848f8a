# SPDX-License-Identifier: GPL-3.0-or-later
# Intake form, dispatch board and call-backs. GRIDDESK_PICTURES=DIR makes the pictures test write PNGs there.
griddesk_test(
    NAME widgets_intake_tests
    SOURCES
        intake/boardpage_test.cpp
        intake/callbackpage_test.cpp
        intake/intakepage_test.cpp
        intake/main.cpp
        intake/pictures_test.cpp
    LIBRARIES GridDesk::Widgets GridDesk::Translations Qt6::Test GTest::gtest DISPLAY
)
