#pragma once
// What an ASCII character is, whatever the locale. A byte of a longer UTF-8 sequence is none of
// these.

namespace undex {

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return is_upper(c) || is_lower(c); }

}  // namespace undex
