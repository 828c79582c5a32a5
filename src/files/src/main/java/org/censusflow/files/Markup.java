package org.censusflow.files;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a part of a spreadsheet tag by tag. Namespaces are not looked at, so that the ordinary and
 * the strict form of Open XML are read alike; a document type is refused with all that it may
 * bring.
 */
final class Markup implements Closeable {

  /** Excel holds 32,767 characters a cell. */
  private static final int LONGEST_TEXT = 40_000;

  private static final InputFactoryImpl FACTORY = new InputFactoryImpl();

  static {
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final InputStream in;
  private final XMLStreamReader xml;

  Markup(InputStream in) throws IOException {
    this.in = in;
    try {
      xml = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException | RuntimeException e) {
      in.close();
      throw new Unreadable(PackedParts.DAMAGED);
    }
  }

  /**
   * Goes to where the next element begins or ends.
   *
   * @return false behind the last
   */
  boolean next() {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.DTD) {
          throw new Unreadable(PackedParts.DAMAGED);
        }
      }
      return false;
    } catch (Exception e) {
      throw damaged(e);
    }
  }

  /** Whether the reader stands at the beginning of an element of this name. */
  boolean begins(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  /** Whether the reader stands at the end of an element of this name. */
  boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  boolean begins() {
    return xml.isStartElement();
  }

  String name() {
    return xml.getLocalName();
  }

  /** An attribute's value by its local name; null when there is none. */
  String attribute(String name) {
    return attribute(name, false);
  }

  /**
   * An attribute in some namespace, such as {@code r:id}, which beside it may be there without one.
   */
  String qualified(String name) {
    return attribute(name, true);
  }

  private String attribute(String name, boolean qualified) {
    try {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String space = xml.getAttributeNamespace(i);
        boolean in = space != null && !space.isEmpty();
        if ((in || !qualified) && xml.getAttributeLocalName(i).equals(name)) {
          return xml.getAttributeValue(i);
        }
      }
      return null;
    } catch (Exception e) {
      throw damaged(e);
    }
  }

  /** The parser throws checked exceptions from methods that declare none. */
  private static Unreadable damaged(Exception e) {
    return e instanceof Unreadable said ? said : new Unreadable(PackedParts.DAMAGED);
  }

  boolean is(String attribute) {
    String value = attribute(attribute);
    return "1".equals(value) || "true".equalsIgnoreCase(value);
  }

  /** Appends the text of the element that begins here and goes to its end. */
  void text(StringBuilder text) {
    try {
      for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
        switch (event) {
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
              throw new Unreadable("电子表格中有超过 32767 个字符的单元格，请改正后重新上传。");
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
          case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_DOCUMENT ->
              throw new Unreadable(PackedParts.DAMAGED);
          default -> {
            // Comments and instructions say nothing.
          }
        }
      }
    } catch (Exception e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
