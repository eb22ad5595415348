#pragma once
// The functions behind the tables of formats. Used in this folder only.
#include <nlohmann/json_fwd.hpp>

#include "searcher/render/chain.h"
#include "searcher/render/citation_page.h"
#include "searcher/render/clause_history.h"
#include "searcher/render/comparison.h"
#include "searcher/render/document.h"
#include "searcher/render/figure_page.h"
#include "searcher/render/reuse_page.h"
#include "searcher/render/series.h"

namespace undex::rendering {

std::string result_text(const Result& result, const RenderOptions& options);
std::string facet_text(const Facet& facet, const RenderOptions& options);
std::string fields_text(const std::vector<FieldInfo>& fields, const RenderOptions& options);
std::string status_text(const Status& status, const RenderOptions& options);

std::string result_json(const Result& result, const RenderOptions& options);
std::string facet_json(const Facet& facet, const RenderOptions& options);
std::string facet_json(const Result& result);
std::string fields_json(const std::vector<FieldInfo>& fields, const RenderOptions& options);
std::string status_json(const Status& status, const RenderOptions& options);

std::string result_jsonl(const Result& result, const RenderOptions& options);
std::string facet_jsonl(const Facet& facet, const RenderOptions& options);
std::string fields_jsonl(const std::vector<FieldInfo>& fields, const RenderOptions& options);
std::string status_jsonl(const Status& status, const RenderOptions& options);

std::string result_tsv(const Result& result, const RenderOptions& options);
std::string facet_tsv(const Facet& facet, const RenderOptions& options);
std::string fields_tsv(const std::vector<FieldInfo>& fields, const RenderOptions& options);
std::string status_tsv(const Status& status, const RenderOptions& options);

std::string result_csv(const Result& result, const RenderOptions& options);
std::string facet_csv(const Facet& facet, const RenderOptions& options);
std::string fields_csv(const std::vector<FieldInfo>& fields, const RenderOptions& options);
std::string status_csv(const Status& status, const RenderOptions& options);

std::string document_text(const Document& document, const std::vector<Locator>& only,
                          const RenderOptions& options);
std::string document_json(const Document& document, const std::vector<Locator>& only,
                          const RenderOptions& options);

std::string citations_text(const CitationPage& page, const RenderOptions& options, bool all);
std::string figures_text(const FigurePage& page, const RenderOptions& options);
std::string chain_text(const Chain& chain, const RenderOptions& options);
std::string series_list_text(const std::vector<SeriesPage>& pages, const RenderOptions& options);
std::string series_text(const SeriesPage& page, const RenderOptions& options);

std::string comparison_text(const DocumentComparison& comparison, const RenderOptions& options);
std::string comparison_summaries_text(const std::vector<DocumentComparison>& comparisons,
                                      const RenderOptions& options);
std::string pair_text(const ParagraphPair& pair, const std::string& before,
                      const std::string& after, const RenderOptions& options);

std::string reuse_text(const ReusePage& page, const RenderOptions& options);
std::string history_text(const ClauseHistory& history, const RenderOptions& options);
nlohmann::ordered_json wording_json(const ReusedWording& wording);
/// "at its [-second-] {+third+} session"
std::string in_marks(const std::vector<WordingPart>& parts);
/// "0.8276"
std::string decimal(double part);
/// "31 %"; "100 %" of the whole alone.
std::string percent_of(double part);

}  // namespace undex::rendering
