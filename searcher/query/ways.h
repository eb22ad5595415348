#pragma once
// The ways in which a text may write what a part of a query asks for, word by word: for looking at
// the places of words.
#include <string>
#include <vector>

#include "searcher/query/expand.h"
#include "searcher/query/query.h"

namespace undex::query {

/// Words side by side: at each place any of these, without prefix.
using Way = std::vector<std::vector<std::string>>;

/// Any one of them answers: as typed, in other forms of the same stems, in each wording of a
/// concept or name. Throws QueryError, with the place and without the query, for a part that is no
/// word, phrase, concept, name, wildcard or OR of these.
std::vector<Way> ways_of(const Node& part, const Expansion& expansion);

/// The phrase as it is and as texts with compounds have it: a word inside it may be one of two
/// parts in the text, which has a place for each (index_form.h): "each email account" is also each,
/// email, email, account.
std::vector<std::vector<std::string>> with_compounds(const std::vector<std::string>& phrase);

/// The text field that all of the part is of; nullptr for the whole text.
const Field* field_of(const Node& part);

}  // namespace undex::query
