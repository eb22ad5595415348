#pragma once
// What the shared library shows to others. In the programs of undex it changes nothing.

#define UNDEX_API __attribute__((visibility("default")))
