FROM python:3.11-slim-bookworm AS built
WORKDIR /src
COPY requirements.lock .
RUN python -m venv /opt/lapor \
    && sed '/^# tests only/q' requirements.lock | /opt/lapor/bin/pip install --no-cache-dir --no-deps --require-hashes -r /dev/stdin
COPY . .
RUN /opt/lapor/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home lapor && install -d -o lapor -g lapor /data
COPY --from=built /opt/lapor /opt/lapor
USER lapor
WORKDIR /data
VOLUME /data
ENV LAPOR_DATA__FOLDER=/data LAPOR_TELEGRAM__LISTEN_HOST=0.0.0.0 LAPOR_WEB__HOST=0.0.0.0 PYTHONUNBUFFERED=1
EXPOSE 8081 8443
ENTRYPOINT ["/opt/lapor/bin/lapor-bot"]
CMD ["run"]
