"""The adapter to opa-python-client: everything that knows its interface and OPA's answers.

Two of its defaults are not ours: requests give up after 1.5 seconds, and a policy that OPA refuses is rewritten and
sent again. Here the time is an option, and a policy arrives as it is or not at all.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from opa_client.errors import ConnectionsError, DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError
from opa_client.opa import OpaClient
from requests.exceptions import HTTPError, RequestException, SSLError, Timeout

from gpai_lint.errors import EngineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: A step of a reference: ``.name``, ``["key"]`` or ``[0]``.
_STEP = re.compile(r"""\.?([^.\[\]"]+)|\["([^"]*)"\]|\[(\d+)\]""")


class CompileError(Exception):
    """OPA refused a module; ``errors`` are what it says, each with message and location."""

    def __init__(self, errors: Sequence[Mapping[str, Any]]) -> None:
        """Keep OPA's errors."""
        super().__init__("compile error")
        self.errors = errors


class EvaluationError(Exception):
    """OPA failed to evaluate a query; ``message`` and ``place`` (file, row, col) are what it says."""

    def __init__(self, message: str, place: Mapping[str, Any]) -> None:
        """Keep OPA's message and place."""
        super().__init__(message)
        self.message = message.rstrip(".") or "the evaluation failed"
        self.place = place


class Server:
    """An OPA server that is reached over HTTP."""

    def __init__(self, url: str, token: str | None, ca: str | None, seconds: float, *, retries: int = 2) -> None:
        """Prepare to reach a server; ``ca`` is a file with the certificates to trust, ``seconds`` bound each request.

        Raises ``UsageError`` for what is no HTTP address.
        """
        parts = urlsplit(url)
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            port = None
        if parts.scheme not in {"http", "https"} or not parts.hostname or port is None:
            raise UsageError(f"'{url}' is no address of an OPA server.", hint="Write it like http://127.0.0.1:8181.")
        self.url = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}"
        self._seconds = seconds
        self._client = OpaClient(
            host=parts.hostname,
            port=port,
            ssl=parts.scheme == "https",
            token=token,
            timeout=seconds,
            retries=retries,
        )
        # The client knows no path before the API's, as a proxy has it, nor IPv6 addresses in brackets.
        self._client.root_url = f"{self.url}/v1"
        session = self._client._session
        if ca is not None:
            session.verify = ca
        # Proxies and credentials of the environment are for other hosts; the token is the only one that is sent.
        session.trust_env = False

    def close(self) -> None:
        """Close the connection."""
        self._client.close_connection()

    def healthy(self) -> bool:
        """Return whether the server answers that it is well."""
        return bool(self._client.check_health(diagnostic_url=f"{self.url}/health"))

    def policies(self) -> dict[str, str]:
        """Return the package of each policy that the server holds, by its id."""
        return {policy["id"]: _package(policy) for policy in self._policies()}

    def sources(self) -> dict[str, dict[str, str]]:
        """Return the sources of all policies that the server holds: by package, then by id."""
        found: dict[str, dict[str, str]] = {}
        for policy in self._policies():
            found.setdefault(_package(policy), {})[policy["id"]] = policy.get("raw", "")
        return found

    def _policies(self) -> list[Mapping[str, Any]]:
        with _Reached(self):
            response = self._client._session.get(f"{self._client.root_url}/policies", timeout=self._seconds)
            response.raise_for_status()
            listed: list[Mapping[str, Any]] = response.json().get("result", [])
        return listed

    def data(self, path: Sequence[str]) -> Any:
        """Return the document under a path, None where there is none."""
        with _Reached(self):
            try:
                return self._client.get_data(_joined(path))["result"]
            except PolicyNotFoundError:
                return None

    def put_data(self, path: Sequence[str], value: Any) -> None:
        """Create a document; raise ``EngineError`` if the server refuses it."""
        with _Reached(self):
            # The client's own method takes nothing but objects.
            url = f"{self._client.root_url}/data/{_joined(path)}"
            self._client._session.put(url, json=value, timeout=self._seconds).raise_for_status()

    def delete_data(self, path: Sequence[str]) -> None:
        """Remove a document, if it is there."""
        with _Reached(self):
            try:
                self._client.delete_data(_joined(path))
            except DeleteDataError as error:
                if error.expression != "resource_not_found":
                    raise EngineError(f"The OPA server did not remove '{'.'.join(path)}': {_said(error)}.") from error

    def put_policy(self, identifier: str, source: str) -> None:
        """Create a policy as it is; raise ``CompileError`` if it does not compile."""
        with _Reached(self):
            try:
                self._client.update_policy_from_string(source, quote(identifier), rego_compat=False)
            except RegoParseError as error:
                errors = getattr(error, "errors", None) or [{"message": _said(error)}]
                raise CompileError(errors) from error

    def delete_policy(self, identifier: str) -> None:
        """Remove a policy, if it is there."""
        with _Reached(self):
            try:
                self._client.delete_policy(quote(identifier))
            except DeletePolicyError as error:
                if error.expression != "resource_not_found":
                    raise EngineError(f"The OPA server did not remove '{identifier}': {_said(error)}.") from error

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a reference (``data.acme.deny``) with strict built-in errors; None if undefined.

        Raises ``EvaluationError`` if the policies fail, ``EngineError`` if the server does.
        """
        steps = [name or key or index for name, key, index in _STEP.findall(path.removeprefix("data"))]
        with _Reached(self):
            answer = self._client.query_rule(
                document,
                # The client takes a dot for a border between steps.
                "/".join(quote(step, safe="").replace(".", "%2E") for step in steps),
                query_params={"strict-builtin-errors": "true"},
            )
        return answer.get("result")

    def query_with(self, path: str, document: Mapping[str, Any], data: Mapping[tuple[str, ...], Any]) -> Any:
        """Return the value of a reference as :meth:`query` does, while other values stand at some paths of the data.

        Nothing is put on the server. Errors of built-in functions are undefined here: OPA is strict only in queries of
        documents.
        """
        modifiers = "".join(f" with {_reference(steps)} as {json.dumps(value)}" for steps, value in data.items())
        query = f"value := {_reference(path.split('.')[1:])}{modifiers}"
        with _Reached(self):
            response = self._client._session.post(
                f"{self._client.root_url}/query", json={"query": query, "input": document}, timeout=self._seconds
            )
            response.raise_for_status()
            results = response.json().get("result") or []
        return results[0].get("value") if results else None

    def failed(self, error: HTTPError) -> Exception:
        """Return the error that an answer of the server stands for."""
        response = error.response
        try:
            body = response.json()
        except ValueError:
            body = {}
        if response.status_code in {401, 403}:
            return EngineError(
                f"The OPA server at {self.url} denies access ({response.status_code}).",
                hint="Give it a token with --opa-token or GPAI_LINT_OPA_TOKEN.",
            )
        errors = body.get("errors") or []
        if errors:
            return EvaluationError(str(errors[0].get("message", "")), errors[0].get("location") or {})
        return EngineError(
            f"The OPA server at {self.url} answered {response.status_code}: {body.get('message', response.reason)}."
        )


class TooSlowError(EngineError):
    """The server did not answer in time."""


class _Reached:
    """Turns what goes wrong on the way to the server into errors of ours."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, HTTPError):
            raise self._server.failed(error) from error
        if isinstance(error, SSLError):
            raise EngineError(
                f"The certificate of the OPA server at {self._server.url} is not trusted.",
                hint="Name the authority that issued it with --opa-ca.",
            ) from error
        if isinstance(error, Timeout):
            raise TooSlowError(
                f"The OPA server at {self._server.url} did not answer within {self._server._seconds:g} seconds.",
                hint="Allow more time with --opa-timeout.",
            ) from error
        if isinstance(error, (RequestException, ConnectionsError)):
            raise EngineError(f"The OPA server at {self._server.url} cannot be reached.") from error
        if isinstance(error, json.JSONDecodeError):
            raise EngineError(f"What answers at {self._server.url} is no OPA server.") from error


def _package(policy: Mapping[str, Any]) -> str:
    steps = policy.get("ast", {}).get("package", {}).get("path", [])
    return ".".join(str(step.get("value")) for step in steps).removeprefix("data.")


def _joined(path: Sequence[str]) -> str:
    return "/".join(quote(step, safe="") for step in path)


def _reference(steps: Sequence[str]) -> str:
    return "data" + "".join(f"[{json.dumps(step)}]" for step in steps)


def _said(error: Any) -> str:
    return str(getattr(error, "message", error)).rstrip(".")
