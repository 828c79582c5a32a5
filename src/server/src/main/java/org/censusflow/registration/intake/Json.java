package org.censusflow.registration.intake;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Writes answers as one flat JSON object, in a fixed order, so that equal answers are equal text.
 */
final class Json {

  private final StringBuilder out = new StringBuilder();

  void put(String key, String value) {
    if (value != null) {
      out.append(out.length() == 0 ? "{\"" : ",\"").append(key).append("\":\"");
      JsonStringEncoder.getInstance().quoteAsString(value, out);
      out.append('"');
    }
  }

  /** The object; null when nothing was put. */
  String text() {
    return out.length() == 0 ? null : out.append('}').toString();
  }
}
