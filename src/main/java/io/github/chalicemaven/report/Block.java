package io.github.chalicemaven.report;

import java.util.List;

/** A part of a report, before it is HTML or Markdown. */
interface Block {

  /** Gives this block to a writer. */
  void addTo(Writer writer);

  /** Writes blocks in some format. */
  interface Writer {
    void add(Heading heading);

    void add(Paragraph paragraph);

    void add(Items items);

    void add(Table table);

    void add(Code code);

    void add(Figure figure);
  }

  /**
   * A heading.
   *
   * @param level 2 for a section, 3 for a part of it
   * @param id what links name it by
   */
  record Heading(int level, String id, String text) implements Block {
    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }

  /** A paragraph. */
  record Paragraph(Inline text) implements Block {
    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }

  /** A list, with numbers or without. */
  record Items(boolean numbered, List<Inline> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }

  /**
   * A table.
   *
   * @param rows as many cells each as the header has; the first one names the row
   */
  record Table(String caption, List<String> header, List<List<Inline>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }

  /**
   * Text of several lines that is shown as it is.
   *
   * @param title what it is
   * @param language as Markdown's fences name it
   */
  record Code(String title, String language, String text) implements Block {
    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }

  /** The picture of the pipeline. */
  record Figure(Picture picture) implements Block {
    @Override
    public void addTo(Writer writer) {
      writer.add(this);
    }
  }
}
