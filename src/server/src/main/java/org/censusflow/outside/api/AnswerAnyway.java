package org.censusflow.outside.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * AnswerDescriptions in the form that there is when the caller accepts only others. Otherwise a
 * refusal could not be told to who accepts no JSON, and would become an error of the server.
 */
@Configuration
class AnswerAnyway implements WebMvcConfigurer {

  private static final ContentNegotiationStrategy HEADER = new HeaderContentNegotiationStrategy();

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer forms) {
    forms.strategies(List.of(AnswerAnyway::accepted));
  }

  /** What the header asks for, and at last anything; a header that cannot be read asks for that. */
  private static List<MediaType> accepted(NativeWebRequest request) {
    List<MediaType> accepted = new ArrayList<>();
    try {
      accepted.addAll(HEADER.resolveMediaTypes(request));
    } catch (HttpMediaTypeNotAcceptableException unreadable) {
      accepted.clear();
    }
    if (!accepted.contains(MediaType.ALL)) {
      accepted.add(MediaType.ALL);
    }
    return accepted;
  }
}
