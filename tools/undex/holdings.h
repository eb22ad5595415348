#pragma once
// A document of the archive, as the options of a command name it.
#include <memory>
#include <string>
#include <vector>

#include "searcher/documents/shelves.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// --reason in one line; empty when it says nothing.
std::string stated_reason(const Arguments& arguments);

/// The version to show of those held: the language asked for, else English, else the first; the
/// others are named on stderr. Error{usage} when it is not held in the language.
ArchiveEntry chosen_version(const std::vector<ArchiveEntry>& entries, const std::string& language);

/// The places of the target and of --para. Error{usage} when --para is no locator.
std::vector<Locator> places_of(const Arguments& arguments, const Target& target);

/// A document held, with its marks: those of the archive, or new ones where older rules made them.
Document read_understood(const Archive& archive, const ArchiveEntry& entry);
/// The same as a function of the entry; the archive must live as long.
ReadDocument reader_of(const Archive& archive);

/// Where a command reads documents: the archive, or those of --archives.
std::shared_ptr<const Shelves> shelves_of(const Arguments& arguments);
/// "in this archive", "in these archives".
std::string there(const Shelves& shelves);
Document read_understood(const Shelves& shelves, const ArchiveEntry& entry);
/// Says on stderr which archives have not answered; the status, or that of an answer which is not
/// whole.
int note_missing(const Shelves& shelves, int status);
int whole_or_not(const Shelves& shelves, int status);

/// Says on stderr that the document is not held, which near one is, and `more`; the exit status.
int not_held(const Archive& archive, const std::string& name, const std::string& more = {});
int not_held(const Shelves& shelves, const std::string& name, const std::string& more);

}  // namespace undex::tool
