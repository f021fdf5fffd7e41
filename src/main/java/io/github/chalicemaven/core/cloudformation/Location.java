package io.github.chalicemaven.core.cloudformation;

/** The way to a value in a document: the keys and the indices that lead there from the top. */
public sealed interface Location {

  /** The whole document. */
  Top TOP = new Top();

  /** The value of a key in the mapping that is here. */
  default Location key(String key) {
    return new Key(this, key);
  }

  /** An item of the sequence that is here, the first one being 0. */
  default Location item(int index) {
    return new Item(this, index);
  }

  /** The whole document. */
  record Top() implements Location {
    @Override
    public String toString() {
      return "";
    }
  }

  /** The value of a key, for example {@code Resources.AppPipeline}. */
  record Key(Location above, String key) implements Location {
    @Override
    public String toString() {
      return above instanceof Top ? key : above + "." + key;
    }
  }

  /** An item of a sequence, for example {@code Resources.AppPipeline.Properties.Stages[1]}. */
  record Item(Location above, int index) implements Location {
    @Override
    public String toString() {
      return above + "[" + index + "]";
    }
  }
}
