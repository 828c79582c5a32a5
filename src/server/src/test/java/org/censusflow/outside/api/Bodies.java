package org.censusflow.outside.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** Bodies that a controller reads or writes itself, which its signature does not tell. */
final class Bodies {

  private static final Set<Class<?>> READ = Set.of(HttpServletRequest.class, InputStream.class);

  /** Comes as JSON, or as a file. */
  private static final String RECEIPT = "deliveryReceipt";

  private Bodies() {}

  static void complete(Operation operation, HandlerMethod method) {
    if (operation.getOperationId().equals(RECEIPT)) {
      operation.getResponses().get("200").setContent(receipt());
    }
    for (MethodParameter parameter : method.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (READ.contains(type)) {
        operation.setRequestBody(
            new RequestBody()
                .required(true)
                .content(content("application/octet-stream", new BinarySchema())));
      } else if (type == MultipartFile.class) {
        Schema<?> form =
            operation.getRequestBody().getContent().get("application/json").getSchema();
        operation.getRequestBody().setContent(content("multipart/form-data", form));
      } else if (type == HttpServletResponse.class) {
        operation.getResponses().get("200").setContent(content("text/csv", new StringSchema()));
      }
    }
  }

  private static Content receipt() {
    return content("application/json", new Schema<>().$ref("Receipt"))
        .addMediaType("text/csv", new MediaType().schema(new StringSchema()))
        .addMediaType("text/plain", new MediaType().schema(new StringSchema()));
  }

  private static Content content(String type, Schema<?> schema) {
    return new Content().addMediaType(type, new MediaType().schema(schema));
  }
}
