package org.censusflow.linkage.population;

import java.util.List;
import java.util.function.IntFunction;

/** A builder that keeps its rows in one array of a primitive type. */
interface ArrayBuilder extends ColumnBuilder {

  /** How many rows it has. */
  int size();

  /** The array; behind its rows it may have room for more. */
  Object values();

  /** The rows of all parts, one part behind the other. */
  static <A> A joined(List<? extends ColumnBuilder> parts, IntFunction<A> array) {
    List<ArrayBuilder> all = parts.stream().map(ArrayBuilder.class::cast).toList();
    A joined = array.apply(all.stream().mapToInt(ArrayBuilder::size).sum());
    int at = 0;
    for (ArrayBuilder part : all) {
      System.arraycopy(part.values(), 0, joined, at, part.size());
      at += part.size();
    }
    return joined;
  }
}
