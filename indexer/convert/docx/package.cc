#include "indexer/convert/docx/package.h"

#include <zip.h>

#include <algorithm>
#include <array>

#include "indexer/convert/docx/xml.h"
#include "indexer/convert/text/encoding.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostInflated = std::size_t{256} << 20U;
constexpr std::size_t kFreeRatio = std::size_t{1} << 20U;
constexpr std::size_t kMostRatio = 100;
constexpr zip_int64_t kMostEntries = 10'000;

Error refuse(const std::string& reason) {
  return {ErrorKind::check, reason, "open it in a word processor and save it anew as .docx"};
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// "word/" + "../custom/styles.xml" -> "custom/styles.xml"; a leading stroke means the root.
std::string resolve(const std::string& folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  const std::string path = target.starts_with('/') ? target : folder + target;
  std::vector<std::string_view> steps;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::string name;
  for (const std::string_view step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return name;
}

bool is_word_document(std::string_view content_type) {
  return content_type.find("wordprocessingml") != std::string_view::npos ||
         content_type.find("ms-word") != std::string_view::npos;
}

/// A UTF-16 part is legal; everything after this point reads UTF-8.
std::string as_utf8(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE")) return utf16_to_utf8(std::string_view(bytes).substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return utf16_to_utf8(std::string_view(bytes).substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

}  // namespace

void DocxPackage::Closer::operator()(zip* archive) const { zip_discard(archive); }

DocxPackage::DocxPackage(std::string_view bytes) : left_(kMostInflated) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  archive_.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive_) {
    const std::string reason = zip_error_strerror(&error);
    if (source) zip_source_free(source);
    zip_error_fini(&error);
    throw refuse("damaged zip archive: " + reason);
  }
  zip_error_fini(&error);
  if (zip_get_num_entries(archive_.get(), 0) > kMostEntries)
    throw refuse("more than 10,000 entries in its zip archive");
}

DocxPackage::~DocxPackage() = default;

std::optional<std::string> DocxPackage::inflate(const std::string& part) {
  zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) {
    std::string other = part;
    std::replace(other.begin(), other.end(), '/', '\\');
    index = zip_name_locate(archive_.get(), other.c_str(), ZIP_FL_NOCASE);
  }
  if (index < 0) return std::nullopt;
  const auto entry = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), entry, 0, &stat) != 0) throw refuse("damaged zip archive");
  if (stat.encryption_method != ZIP_EM_NONE)
    throw Error(ErrorKind::check, "password-protected", "save it without a password");
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(archive_.get(), entry, 0), zip_fclose);
  if (!file) throw refuse("damaged zip archive: cannot read '" + part + "'");
  std::string bytes;
  std::array<char, 65536> buffer;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) throw refuse("damaged zip archive: cannot read '" + part + "'");
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > left_) throw refuse("unpacks to more than 256 MiB");
    if (bytes.size() > kFreeRatio && bytes.size() / kMostRatio > stat.comp_size)
      throw refuse("unpacks to more than 100 times its size");
  }
}

std::optional<std::string> DocxPackage::read_bytes(const std::string& part) {
  std::optional<std::string> bytes = inflate(part);
  if (bytes) left_ -= std::min(left_, bytes->size());
  return bytes;
}

std::optional<std::string> DocxPackage::read(const std::string& part) {
  std::optional<std::string> bytes = read_bytes(part);
  if (!bytes) return std::nullopt;
  *bytes = as_utf8(std::move(*bytes));
  check_xml(*bytes, part);
  return bytes;
}

std::map<std::string, Relationship> DocxPackage::relationships(const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  std::map<std::string, Relationship> found;
  const std::optional<std::string> xml = read(name);
  if (!xml) return found;
  const XmlTree tree(*xml, name);
  for (const XmlNode node : tree.root().children()) {
    if (node.name() != "Relationship") continue;
    const std::string address = node.attribute("Type");
    const std::string target = node.attribute("Target");
    const bool external = node.attribute("TargetMode") == "External";
    found[node.attribute("Id")] = {address.substr(address.rfind('/') + 1),
                                   external ? target : resolve(folder, target), external};
  }
  return found;
}

std::vector<std::string> DocxPackage::parts() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t at = 0; at < count; ++at) {
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(at), 0))
      names.emplace_back(name);
  }
  return names;
}

std::string DocxPackage::main_part() {
  std::map<std::string, std::string> types;  // part -> content type
  std::string by_type;
  if (const std::optional<std::string> xml = read("[Content_Types].xml")) {
    const XmlTree tree(*xml, "[Content_Types].xml");
    for (const XmlNode node : tree.root().children()) {
      const std::string type = node.attribute("ContentType");
      const std::string name = resolve("", node.attribute("PartName"));
      types[name] = type;
      if (is_word_document(type) && type.find("main+xml") != std::string::npos) by_type = name;
    }
  }
  for (const auto& [id, relationship] : relationships("")) {
    if (relationship.type != "officeDocument" || relationship.external) continue;
    const auto type = types.find(relationship.target);
    if (type == types.end() ? !by_type.empty() || relationship.target.starts_with("word/")
                            : is_word_document(type->second) || type->second.empty())
      return relationship.target;
  }
  return by_type;
}

}  // namespace undex
