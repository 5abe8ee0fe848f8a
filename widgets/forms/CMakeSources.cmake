# Sources of widgets/forms.
foreach(file choicefields evidencefield fieldfactory flowlayout formrules momentfield numberfields objectfields operationdialog
             operationform pairdrafts phrases pickfields pictures placefield searchpick segments sheet standardfield textfields valuejson)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/fieldeditor.h ${CMAKE_CURRENT_LIST_DIR}/formcontext.h)
