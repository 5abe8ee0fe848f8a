# Tests and pictures of the case page and its forms.
griddesk_test(
    NAME widgets_casepage_tests
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/casepage/main.cpp ${CMAKE_CURRENT_LIST_DIR}/casepage/casepage_test.cpp ${CMAKE_CURRENT_LIST_DIR}/casepage/forms_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/casepage/layout_test.cpp
    LIBRARIES GridDesk::Widgets GridDesk::Wire Qt6::Widgets Qt6::Test GTest::gtest
    DISPLAY
    TIMEOUT 180
)
# Grabs the page in every theme; looked at by people, not run by ctest.
griddesk_program(NAME casepage_demo SOURCES ${CMAKE_CURRENT_LIST_DIR}/casepage/casepage_demo.cpp LIBRARIES GridDesk::Widgets GridDesk::Wire Qt6::Widgets)
target_compile_definitions(casepage_demo PRIVATE GRIDDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
