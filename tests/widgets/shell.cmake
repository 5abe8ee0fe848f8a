# SPDX-License-Identifier: GPL-3.0-or-later
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/shell/CMakeLists.txt)
    add_subdirectory(${CMAKE_CURRENT_SOURCE_DIR}/shell)
endif()
