# SPDX-License-Identifier: GPL-3.0-or-later
griddesk_test(NAME words_tests SOURCES words_test.cpp LIBRARIES GridDesk::Words GridDesk::Translations GTest::gtest DISPLAY)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(
    NAME translations_complete
    COMMAND Python3::Interpreter -B ${CMAKE_SOURCE_DIR}/translations/translations.py check $<TARGET_FILE:Qt6::lupdate>
)
set_tests_properties(translations_complete PROPERTIES LABELS unit TIMEOUT 120)

add_test(
    NAME translations_tools
    COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_SOURCE_DIR}/translations_tools_test.py ${CMAKE_SOURCE_DIR}/translations
)
set_tests_properties(translations_tools PROPERTIES LABELS unit TIMEOUT 60)
