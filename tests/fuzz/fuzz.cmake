# SPDX-License-Identifier: GPL-3.0-or-later
# Every fuzz_NAME.cpp is a fuzz target over corpus/NAME. With BARTIZAN_FUZZ (clang) it is a libFuzzer program:
#   fuzz_NAME -dict=tests/fuzz/NAME.dict tests/fuzz/corpus/NAME
# otherwise the same source with replay_main.cpp is an ordinary test, labelled "replay", that runs every file of the
# corpus and some fixed mutations of each. What fuzzing finds is minimised and added to the corpus.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fuzz_*.cpp)
foreach(source IN LISTS fuzz_sources)
    get_filename_component(target ${source} NAME_WE)
    string(REPLACE "fuzz_" "" corpus ${target})
    add_executable(${target} ${source} ${CMAKE_CURRENT_LIST_DIR}/token_mutator.cpp)
    target_link_libraries(${target} PRIVATE bz_test_support)
    if(target STREQUAL "fuzz_concealment")
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/app/concealment.cpp) # app/ needs Qt, this file of it does not
    endif()
    if(target STREQUAL "fuzz_baseline")
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/app/pipeline/baseline_output.cpp
            ${CMAKE_SOURCE_DIR}/app/json_shape.cpp)
    endif()
    if(target STREQUAL "fuzz_manifest")
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/app/frozen/manifest.cpp ${CMAKE_SOURCE_DIR}/app/json_shape.cpp)
    endif()
    if(target STREQUAL "fuzz_review") # as is this
        find_package(PkgConfig REQUIRED)
        pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/app/review_tree.cpp ${CMAKE_SOURCE_DIR}/app/review_read.cpp
            ${CMAKE_SOURCE_DIR}/app/review_write.cpp ${CMAKE_SOURCE_DIR}/app/review_pen.cpp
            ${CMAKE_SOURCE_DIR}/app/review_comments.cpp)
        target_link_libraries(${target} PRIVATE PkgConfig::YAMLCPP)
    endif()
    if(BARTIZAN_FUZZ)
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${target} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/replay_main.cpp)
        add_test(NAME ${target} COMMAND ${target} ${CMAKE_CURRENT_LIST_DIR}/corpus/${corpus})
        set_tests_properties(${target} PROPERTIES ENVIRONMENT "${test_environment}" LABELS replay TIMEOUT 900)
    endif()
endforeach()
