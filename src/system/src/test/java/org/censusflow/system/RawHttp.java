package org.censusflow.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests as bytes, for what no client would send: odd paths, foreign hosts, endless bodies. */
final class RawHttp {

  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_WAIT = 90_000;

  private final String host;
  private final int port;

  RawHttp(String address) {
    URI uri = URI.create(address);
    this.host = uri.getHost();
    this.port = uri.getPort();
  }

  /** What came back; headers in lower case, {@code name: value}. */
  record Answer(int status, List<String> headers, String body) {

    /** The header's values, one line each. */
    String header(String name) {
      return headers.stream()
          .filter(header -> header.startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(header -> header.substring(name.length() + 1).trim())
          .collect(Collectors.joining("\n"));
    }
  }

  /** Writes a body bit by bit, for as long as the server takes it. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  static String basic(String user, String password) {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** {@code GET} with the address's own host, unless the headers name one. */
  Answer get(String path, String... headers) {
    return send("GET", path, out -> {}, headers);
  }

  Answer send(String method, String path, Body body, String... headers) {
    boolean named = List.of(headers).stream().anyMatch(it -> it.startsWith("Host:"));
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + (named ? "" : "Host: " + host + ":" + port + "\r\n")
            + String.join("", List.of(headers).stream().map(it -> it + "\r\n").toList())
            + "Connection: close\r\n\r\n";
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(LONGEST_WAIT);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      try {
        body.write(out);
        out.flush();
      } catch (SocketException e) {
        // The server has answered and hung up before the end: that is the answer to read.
      }
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[8192];
    try {
      int length;
      while ((length = socket.getInputStream().read(piece)) >= 0) {
        text.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
        if (isWhole(text)) {
          break;
        }
      }
    } catch (SocketException e) {
      if (text.isEmpty()) {
        throw e;
      }
    }
    String whole =
        new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int end = whole.indexOf("\r\n\r\n");
    List<String> lines = List.of(whole.substring(0, end).split("\r\n"));
    return new Answer(
        Integer.parseInt(lines.get(0).split(" ")[1]),
        lines.stream().skip(1).map(RawHttp::lowerName).toList(),
        whole.substring(end + 4));
  }

  /** The server may listen on for a while after it has answered. */
  private static boolean isWhole(StringBuilder text) {
    Matcher length = LENGTH.matcher(text);
    int head = text.indexOf("\r\n\r\n");
    return length.find() && head > length.start()
        ? text.length() >= head + 4 + Integer.parseInt(length.group(1))
        : text.indexOf("\r\n0\r\n\r\n") > 0;
  }

  private static String lowerName(String header) {
    int colon = header.indexOf(':');
    return header.substring(0, colon).toLowerCase(Locale.ROOT) + header.substring(colon);
  }
}
