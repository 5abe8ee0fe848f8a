# Sources of models/views/casepage.
list(APPEND GRIDDESK_VIEWS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/rulewords.h)
foreach(file actionsmodel assignmentmodel boolwords clockmodel evidencemodel oversight payloadtext stagesteps standing suggestions timelinemodel)
    list(APPEND GRIDDESK_VIEWS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
list(APPEND GRIDDESK_VIEWS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/difflistmodel.h)
