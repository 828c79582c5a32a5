package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Every model is valid against the schema of BPMN 2.0, as the engine's model library ships it. */
class ModelSchemaTests {

  private static Schema schema;

  @BeforeAll
  static void readTheSchema() throws SAXException {
    schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                ModelSchemaTests.class.getResource(
                    "/org/camunda/bpm/model/bpmn/schema/BPMN20.xsd"));
  }

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theModelIsValidAgainstTheSchema(Path file) throws IOException, SAXException {
    validate(Models.text(file));
  }

  @Test
  void aModelThatIsNotIsRefused() {
    String model = Models.text(Models.PROCESSES.resolve("Census.bpmn"));
    String broken = model.replaceFirst("<bpmn:endEvent ", "<bpmn:endEvent colour=\"red\" ");
    assertThat(broken).isNotEqualTo(model);
    assertThatThrownBy(() -> validate(broken)).isInstanceOf(SAXException.class);
  }

  private static void validate(String model) throws IOException, SAXException {
    schema.newValidator().validate(new StreamSource(new StringReader(model)));
  }
}
