// java LucenePeer build|update|ask FOLDER UNITS [TABLE]: as undex-bench-peers-xapian, by Apache
// Lucene 8 with EnglishAnalyzer, positions, stored text and facets of doc values; two threads write.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

public final class LucenePeer {
  static final int THREADS = 2;
  static final int SHOWN = 10;
  static final String[] FACETS = {"year", "state", "entity"};

  static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    for (String name : FACETS) config.setMultiValued(name, true);
    return config;
  }

  static Path folderOf(String folder, char unit) {
    return Paths.get(folder, unit == 'D' ? "documents" : "paragraphs");
  }

  static Document read(String[] row, FacetsConfig config) throws IOException {
    Document document = new Document();
    document.add(new StringField("number", row[1], Field.Store.YES));
    document.add(new IntPoint("year", Integer.parseInt(row[3])));
    document.add(new SortedSetDocValuesFacetField("year", row[3]));
    for (int facet = 1; facet < FACETS.length; ++facet)
      for (String value : row[facet + 3].split("\\|"))
        if (!value.isEmpty()) document.add(new SortedSetDocValuesFacetField(FACETS[facet], value));
    document.add(new TextField("text", row[6], Field.Store.YES));
    return config.build(document);
  }

  /** Adds what the queue holds until an empty row comes. */
  static void write(IndexWriter writer, BlockingQueue<String[]> rows) {
    FacetsConfig config = facets();
    try {
      for (String[] row = rows.take(); row.length > 0; row = rows.take())
        writer.addDocument(read(row, config));
    } catch (IOException | InterruptedException fault) {
      fault.printStackTrace();
      System.exit(3);
    }
  }

  static void fill(String folder, char unit, String table, boolean update) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    try (FSDirectory directory = FSDirectory.open(folderOf(folder, unit));
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(table))) {
      BlockingQueue<String[]> rows = new ArrayBlockingQueue<>(100);
      List<Thread> threads = new ArrayList<>();
      for (int at = 0; at < THREADS; ++at) threads.add(new Thread(() -> write(writer, rows)));
      for (Thread thread : threads) thread.start();
      String last = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.charAt(0) != unit) continue;
        String[] row = line.split("\t", -1);
        if (update && !row[1].equals(last)) writer.deleteDocuments(new Term("number", row[1]));
        last = row[1];
        rows.put(row);
      }
      for (Thread thread : threads) rows.put(new String[0]);
      for (Thread thread : threads) thread.join();
      writer.commit();
    }
  }

  static final class Asker {
    final Analyzer analyzer = new EnglishAnalyzer();
    final IndexSearcher searcher;
    final DefaultSortedSetDocValuesReaderState state;

    Asker(Path folder, boolean counts) throws IOException {
      DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
      searcher = new IndexSearcher(reader);
      state = counts ? new DefaultSortedSetDocValuesReaderState(reader) : null;
    }

    Query query(String[] asked) throws ParseException {
      QueryParser parser = new QueryParser("text", analyzer);
      String[] words = java.util.Arrays.copyOfRange(asked, 1, asked.length);
      switch (asked[0]) {
        case "AND":
          return parser.parse("+" + String.join(" +", words));
        case "phrase":
          return parser.parse("\"" + String.join(" ", words) + "\"");
        case "wildcard":
          return parser.parse(words[0] + "*");
        case "range":
          return new BooleanQuery.Builder()
              .add(parser.parse(words[0]), BooleanClause.Occur.MUST)
              .add(
                  IntPoint.newRangeQuery(
                      "year", Integer.parseInt(words[1]), Integer.parseInt(words[2])),
                  BooleanClause.Occur.FILTER)
              .build();
        default:
          return parser.parse(String.join(" ", words));
      }
    }

    long counted(Query query) throws IOException {
      FacetsCollector collector = new FacetsCollector();
      searcher.search(query, collector);
      SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collector);
      for (String name : FACETS) counts.getTopChildren(20, name);
      return collector.getMatchingDocs().stream().mapToLong(found -> found.totalHits).sum();
    }

    /** Ten are read, all are counted. */
    long answer(String[] asked) throws IOException, ParseException {
      Query query = query(asked);
      if (asked[0].equals("facets")) return counted(query);
      TopScoreDocCollector collector = TopScoreDocCollector.create(SHOWN, Integer.MAX_VALUE);
      searcher.search(query, collector);
      TopDocs found = collector.topDocs();
      if (asked[0].equals("snippets")) {
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
        highlighter.setMaxLength(Integer.MAX_VALUE - 1);
        highlighter.highlight("text", query, found);
      } else {
        for (ScoreDoc one : found.scoreDocs)
          searcher.doc(one.doc, java.util.Collections.singleton("number"));
      }
      return found.totalHits.value;
    }
  }

  static void ask(String folder, String units) throws Exception {
    List<Asker> askers = new ArrayList<>();
    for (int at = 0; at < units.length(); ++at)
      askers.add(new Asker(folderOf(folder, units.charAt(at)), at + 1 == units.length()));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] asked = line.split("\t");
      // What is counted and shown are paragraphs where there are any.
      boolean last = asked[0].equals("facets") || asked[0].equals("snippets");
      StringBuilder out = new StringBuilder();
      for (Asker asker : last ? askers.subList(askers.size() - 1, askers.size()) : askers)
        out.append(asker.answer(asked)).append('\t');
      System.out.println(out);
      System.out.flush();
    }
  }

  public static void main(String[] given) throws Exception {
    if (given[0].equals("ask")) {
      ask(given[1], given[2]);
      return;
    }
    for (char unit : given[2].toCharArray())
      fill(given[1], unit, given[3], given[0].equals("update"));
  }
}
