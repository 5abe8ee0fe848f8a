# SPDX-License-Identifier: GPL-3.0-or-later
# The conflict tray. GRIDDESK_PICTURES=DIR makes the pictures test write PNGs there.
griddesk_test(NAME widgets_tray_tests SOURCES intake/main.cpp tray/traypage_test.cpp LIBRARIES GridDesk::Widgets GridDesk::Translations Qt6::Test GTest::gtest DISPLAY)
