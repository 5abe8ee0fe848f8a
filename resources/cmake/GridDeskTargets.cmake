# One way to make a library, a program and a test, so that flags and labels are said once.
# SPDX-License-Identifier: GPL-3.0-or-later

add_library(griddesk_flags INTERFACE)
target_compile_options(griddesk_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
                                                -Wunused -Woverloaded-virtual -Wformat=2 -Wformat-security)
target_compile_definitions(griddesk_flags INTERFACE QT_NO_FOREACH QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS
                                                    QT_DISABLE_DEPRECATED_UP_TO=0x060800)
if(GRIDDESK_WARNINGS_AS_ERRORS)
    target_compile_options(griddesk_flags INTERFACE -Werror)
endif()
if(GRIDDESK_HARDENING)
    target_compile_options(griddesk_flags INTERFACE -fstack-protector-strong -fstack-clash-protection -fcf-protection
                                                    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS)
    target_link_options(griddesk_flags INTERFACE -Wl,-z,relro,-z,now -pie)
endif()

# griddesk_library(NAME Core SOURCES … [PUBLIC lib…] [PRIVATE lib…] [MOC]): static library griddesk_core, alias GridDesk::Core
function(griddesk_library)
    cmake_parse_arguments(ARG "MOC" "NAME" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    string(TOLOWER ${ARG_NAME} lower)
    set(target griddesk_${lower})
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(GridDesk::${ARG_NAME} ALIAS ${target})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE griddesk_flags ${ARG_PRIVATE})
    if(ARG_MOC)
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# griddesk_program(NAME griddesk SOURCES … LIBRARIES … [MOC])
function(griddesk_program)
    cmake_parse_arguments(ARG "MOC" "NAME" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    if(ARG_MOC)
        set_target_properties(${ARG_NAME} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${ARG_NAME} PRIVATE griddesk_flags ${ARG_LIBRARIES})
endfunction()

# griddesk_test(NAME core_tests SOURCES … LIBRARIES … [LABELS unit] [TIMEOUT 60] [DISPLAY] [MOC])
# DISPLAY: the test needs a screen and runs on the offscreen platform.
# A binary is one ctest entry. Tests that bring their own main() name GTest::gmock themselves.
function(griddesk_test)
    cmake_parse_arguments(ARG "DISPLAY;MOC" "NAME;TIMEOUT" "SOURCES;LIBRARIES;LABELS;ARGS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    target_link_libraries(${ARG_NAME} PRIVATE griddesk_flags ${ARG_LIBRARIES} GTest::gmock)
    if(ARG_MOC)
        set_target_properties(${ARG_NAME} PROPERTIES AUTOMOC ON)
    endif()
    target_compile_definitions(${ARG_NAME} PRIVATE GRIDDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                   GRIDDESK_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} ${ARG_ARGS})
    set(environment "TZ=UTC" "LC_ALL=C.UTF-8")
    if(ARG_DISPLAY)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen" "QT_QUICK_BACKEND=software")
    endif()
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
endfunction()

# griddesk_test_as_anybody(NAME name LABEL label COMMAND …): run by an ordinary user also where root runs the tests, for what
# rights forbid. Skipped where such a user cannot read the build folder.
function(griddesk_test_as_anybody)
    cmake_parse_arguments(ARG "" "NAME;LABEL" "COMMAND" ${ARGN})
    add_test(NAME ${ARG_NAME} COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/support/asanybody.py ${ARG_COMMAND} WORKING_DIRECTORY /)
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT 300 SKIP_RETURN_CODE 77
                                                ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8;PYTHONDONTWRITEBYTECODE=1")
endfunction()
