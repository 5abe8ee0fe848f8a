# SPDX-License-Identifier: GPL-3.0-or-later
griddesk_test(NAME widgets_map_tests SOURCES intake/main.cpp map/mappage_test.cpp LIBRARIES GridDesk::Widgets GridDesk::Translations Qt6::Quick Qt6::QuickWidgets Qt6::Test GTest::gtest DISPLAY)
