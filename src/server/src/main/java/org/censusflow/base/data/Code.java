package org.censusflow.base.data;

import java.util.Arrays;
import java.util.Optional;

/** One of few words, as an enum in the program and as its code in forms, files and tables. */
public interface Code {

  /** The code used by forms, interfaces and tables. */
  String code();

  /** The one with this code; empty for none, and for no code at all. */
  static <E extends Enum<E> & Code> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(it -> it.code().equals(code)).findFirst();
  }

  /**
   * The one with this code; null when there is no code.
   *
   * @throws IllegalArgumentException when there is no such code
   */
  static <E extends Enum<E> & Code> E of(Class<E> type, String code) {
    return code == null
        ? null
        : find(type, code)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No " + type.getSimpleName() + " has the code " + code));
  }
}
