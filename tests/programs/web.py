"""Answer requests in the language of the reader, in FastAPI, Flask and Django."""

from importlib import import_module
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from flask import Flask, jsonify, request
from flask.wrappers import Response
from marketo_soap_errors import CodedError, ErrorCode, negotiate, use_language

PROBLEM = "application/problem+json"


def look_up(number: int) -> str:
    if number != 1:
        raise CodedError(ErrorCode.LEAD_NOT_FOUND, number=number)
    return "found"


def fastapi_app() -> FastAPI:
    app = FastAPI()

    @app.exception_handler(CodedError)
    async def refuse(request: Request, error: Exception) -> JSONResponse:  # pyright: ignore[reportUnusedFunction]
        assert isinstance(error, CodedError)
        language = negotiate(request.headers.get("accept-language"))
        return JSONResponse(error.code.problem(language), 404, media_type=PROBLEM)

    @app.get("/leads/{number}")
    def lead(number: int) -> str:  # pyright: ignore[reportUnusedFunction]
        return look_up(number)

    return app


def flask_app() -> Flask:
    app = Flask("leads")

    @app.errorhandler(CodedError)
    def refuse(error: CodedError) -> tuple[Response, int, dict[str, str]]:  # pyright: ignore[reportUnusedFunction]
        language = negotiate(request.headers.get("Accept-Language"))
        return jsonify(error.code.problem(language)), 404, {"Content-Type": PROBLEM}

    @app.get("/leads/<int:number>")
    def lead(number: int) -> str:  # pyright: ignore[reportUnusedFunction]
        return look_up(number)

    return app


def django_middleware(get_response: Any) -> Any:
    http: Any = import_module("django.http")

    def middleware(request: Any) -> Any:
        with use_language(negotiate(request.headers.get("Accept-Language"))):
            try:
                return get_response(request)
            except CodedError as error:
                return http.JsonResponse(error.code.problem(), status=404, content_type=PROBLEM)

    return middleware
