# SPDX-License-Identifier: GPL-3.0-or-later
# The words are a library of their own: they need no widgets, and what prints or exports uses them too.
griddesk_library(
    NAME Words
    SOURCES
        screenwords.cpp
        screenwords.h
        words/choices.cpp
        words/clocks.cpp
        words/clockwords.cpp
        words/clockwords.h
        words/dutywords.cpp
        words/dutywords.h
        words/errors.cpp
        words/fields.cpp
        words/marks.cpp
        words/operations.cpp
        words/phrases.cpp
        words/phrases.h
        words/refusals.cpp
        words/stages.cpp
        words/wordlookup.h
        words/wordtables.h
    PUBLIC GridDesk::Core Qt6::Core
)
