"""What schemathesis has to know beside the OpenAPI document."""

import schemathesis
import yaml
from schemathesis.core.media_types import YAML_MEDIA_TYPES


@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def read_yaml_stream(ctx, response):
    """A YAML answer is a stream of documents, as kubectl takes it, and a file that addons hold may be no YAML at all."""
    try:
        return list(yaml.safe_load_all(response.content))
    except yaml.YAMLError:
        return response.content.decode(errors="replace")
