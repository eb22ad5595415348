#pragma once
// Pieces that several pages are made of: tables, links to documents, places and searches, the same
// answer as a file.
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"
#include "undex/search.h"

namespace undex::serve {

/// 301 to the one address of what was asked for; the parameters stay.
HttpResponse redirect(const Call& call, std::string_view path);
/// 404 with the nearest name that there is, at its address; `near` may be empty.
HttpResponse unknown_page(const Call& call, std::string_view detail, std::string_view near,
                          std::string_view near_path);

/// Of a search with one filter, or none: "/search?f=organ:ECOSOC".
std::string search_address(const Call& call, std::string_view query, std::string_view field = {},
                           std::string_view value = {});

/// "1 paragraph in 1 document".
std::string found(const Texts& texts, std::size_t paragraphs, std::size_t documents);

/// A form that leads to this path and keeps the language of the interface; its fields follow.
void open_form(Html& html, const Call& call, const Texts& texts, std::string_view path);

/// A table that scrolls by itself where the page is narrow, up to its first row.
void open_table(Html& html, std::string_view caption, std::initializer_list<std::string> columns);
void close_table(Html& html);
/// A cell with a number that leads to what it counts; nothing is counted at an empty address.
void add_number(Html& html, const Texts& texts, std::size_t number, std::string_view address);

/// Symbol and title, as a link to its page. `language` is that of the title, or empty.
void add_document(Html& html, const Call& call, std::string_view name, std::string_view title = {},
                  std::string_view language = {});
/// "E/2003/75, para. 5".
void add_place(Html& html, const Call& call, std::string_view name, std::string_view locator,
               std::string_view pinpoint);
/// How it is held: "Held", "Held, abridged record, not the official text"; "Not held" for "".
std::string held_text(const Texts& texts, std::string_view held_as);
/// Words that stand in English whatever the language of the interface: of registers and tables.
void add_english(Html& html, std::string_view text);
/// One of a closed list of the engine, in the reader's language as far as that is known, else
/// marked as English: a word of Texts::word(), a value of a field ("kind", "organ").
void add_word(Html& html, const Texts& texts, std::string_view word);
void add_value(Html& html, const Texts& texts, std::string_view field, std::string_view value);

/// The value of `format` when it is one of these, nothing when there is none. Error{version} for
/// another.
std::optional<std::string> format_asked(const Call& call,
                                        std::initializer_list<std::string_view> formats);
/// What was rendered in that format.
HttpResponse file_response(std::string_view format, std::string body);
/// Links to this page in other formats.
void add_formats(Html& html, const Call& call, const Texts& texts,
                 std::initializer_list<std::string_view> formats);

}  // namespace undex::serve
