package io.github.chalicemaven.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    row((Object[]) header);
  }

  /** Adds a row; a number is shown with two decimals where it is small, else with none. */
  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Double number ? shown(number) : String.valueOf(cell));
    }
    rows.add(row);
  }

  void print(String title) {
    System.out.printf("%n%s%n%n", title);
    print(rows.get(0));
    System.out.println("|---".repeat(rows.get(0).size()) + "|");
    rows.subList(1, rows.size()).forEach(Table::print);
    System.out.flush();
  }

  private static void print(List<String> row) {
    System.out.println("| " + String.join(" | ", row) + " |");
  }

  private static String shown(double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.2f" : "%.0f", number);
  }
}
