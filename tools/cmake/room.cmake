# undex_room(FOLDER [FOLDERS SUBFOLDER...] LIBRARIES ... [EMBEDS FUNCTION=FILES...]): one static library of the .cc files
# that lie in FOLDER and the named subfolders, called after it (indexer/convert -> undex_indexer_convert). EMBEDS compiles
# in the files of a pattern, behind a function of corpus/embedded.h: embedded_tables=corpus/data/*.tsv.
# The programs and the shared library are made of the same rooms; the library shows what undex/export.h marks, no more.
function(undex_room folder)
  cmake_parse_arguments(ROOM "" "" "FOLDERS;LIBRARIES;EMBEDS" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  set(patterns ${CMAKE_SOURCE_DIR}/${folder}/*.cc)
  foreach(subfolder IN LISTS ROOM_FOLDERS)
    list(APPEND patterns ${CMAKE_SOURCE_DIR}/${folder}/${subfolder}/*.cc)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  set(generated)
  foreach(row IN LISTS ROOM_EMBEDS)
    string(REPLACE "=" ";" row ${row})
    list(GET row 0 function)
    list(GET row 1 pattern)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${pattern})
    set(output ${CMAKE_BINARY_DIR}/generated/${function}.cc)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DFUNCTION=${function} "-DFILES=${files}"
              -P ${CMAKE_SOURCE_DIR}/tools/cmake/embed.cmake
      DEPENDS ${files} ${CMAKE_SOURCE_DIR}/tools/cmake/embed.cmake VERBATIM)
    list(APPEND generated ${output})
  endforeach()
  if(NOT sources AND NOT generated)
    add_library(undex_${name} INTERFACE)
    target_link_libraries(undex_${name} INTERFACE ${ROOM_LIBRARIES})
    return()
  endif()
  add_library(undex_${name} STATIC ${sources} ${generated})
  target_include_directories(undex_${name} PUBLIC ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/corpus/include ${CMAKE_SOURCE_DIR}/searcher/include)
  target_link_libraries(undex_${name} PUBLIC ${ROOM_LIBRARIES})
  set_target_properties(undex_${name} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
endfunction()

# undex_table(FOLDER NAME LIBRARIES ... SOURCES ...): a table of a room that is made when undex is built: the program
# FOLDER/generate/NAME.cc prints it. What it needs of its own room it names as SOURCES.
function(undex_table folder name)
  cmake_parse_arguments(TABLE "" "" "LIBRARIES;SOURCES" ${ARGN})
  string(REPLACE "/" "_" room ${folder})
  string(REPLACE "_" "-" program undex-${name})
  set(output ${CMAKE_BINARY_DIR}/generated/${name}.cc)
  add_executable(${program} ${folder}/generate/${name}.cc ${TABLE_SOURCES})
  target_include_directories(${program} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/corpus/include)
  target_link_libraries(${program} PRIVATE ${TABLE_LIBRARIES})
  add_custom_command(OUTPUT ${output} COMMAND ${program} > ${output} DEPENDS ${program} VERBATIM)
  target_sources(undex_${room} PRIVATE ${output})
endfunction()
