#pragma once
// What became of a name or a question, year by year.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/trace": where to ask; "/trace?q=help desk" leads to the address of what is asked for.
HttpResponse trace_form_page(const Call& call);
/// "/trace/help-desk?from=2000&to=2012&by=session": a name by its id, to which its other forms
/// lead, or any query. What would take longer than a reader waits is refused with years to choose.
HttpResponse trace_page(const Call& call);

}  // namespace undex::serve
