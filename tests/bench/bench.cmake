# SPDX-License-Identifier: GPL-3.0-or-later
# Every bench_NAME.cpp is a program that prints "name value unit ratio-to reference" lines (docs: the design's
# performance goals are ratios to a reference timed in the same run). Never a test: build and run it with
# `./test bench NAME`, which uses the release preset. The references are libraries that are used nowhere else.
find_package(simdjson QUIET)
find_package(nlohmann_json QUIET)
find_package(PkgConfig REQUIRED)
pkg_check_modules(BENCH_YAMLCPP QUIET IMPORTED_TARGET yaml-cpp)
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/bench_*.cpp)
foreach(source IN LISTS bench_sources)
    get_filename_component(target ${source} NAME_WE)
    add_executable(${target} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${target} PRIVATE bz_test_support)
    foreach(reference simdjson::simdjson nlohmann_json::nlohmann_json PkgConfig::BENCH_YAMLCPP)
        if(TARGET ${reference})
            target_link_libraries(${target} PRIVATE ${reference})
        endif()
    endforeach()
endforeach()
