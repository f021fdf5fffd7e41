import json
from typing import Any, Iterator

import pytest
from chalice.test import Client, HTTPResponse

from app import app
from chalicelib.orders import MemoryOrderStore, Order

LONG_AGO = '2020-01-01T00:00:00+00:00'


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryOrderStore:
    store = MemoryOrderStore()
    monkeypatch.setattr('app.store', store)
    return store


@pytest.fixture
def client(store: MemoryOrderStore) -> Iterator[Client]:
    with Client(app) as client:
        yield client


def post_order(client: Client, body: Any) -> HTTPResponse:
    return client.http.post('/orders', body=json.dumps(body).encode(),
                            headers={'Content-Type': 'application/json'})


def test_creates_gets_and_lists_an_order(client):
    created = post_order(client, {'customer': 'Ada', 'items': {'tea': 2}})
    assert created.status_code == 201
    order = created.json_body
    assert (order['customer'], order['items']) == ('Ada', {'tea': 2})
    assert order['status'] == 'pending'
    got = client.http.get(f"/orders/{order['order_id']}")
    assert (got.status_code, got.json_body) == (200, order)
    assert client.http.get('/orders').json_body == {'orders': [order]}


def test_lists_the_orders_of_one_status(client, store):
    store.put(Order('Ada', {'tea': 1}, order_id='a', status='paid'))
    store.put(Order('Bob', {'tea': 1}, order_id='b'))
    listed = client.http.get('/orders?status=paid').json_body['orders']
    assert [order['order_id'] for order in listed] == ['a']


def test_rejects_an_unknown_status(client):
    response = client.http.get('/orders?status=lost')
    assert response.status_code == 400
    assert response.json_body == {
        'Code': 'BadRequestError',
        'Message': 'status must be one of: pending, paid, cancelled'}


def test_rejects_an_invalid_order(client, store):
    response = post_order(client, {'customer': 'Ada', 'items': {'tea': 0}})
    assert response.status_code == 400
    assert response.json_body['Code'] == 'BadRequestError'
    assert store.find() == []


def test_reports_a_missing_order(client):
    response = client.http.get('/orders/none')
    assert response.status_code == 404
    assert response.json_body == {'Code': 'NotFoundError',
                                  'Message': 'No such order: none'}


def test_schedule_cancels_stale_orders(client, store):
    store.put(Order('Ada', {'tea': 1}, order_id='old', created_at=LONG_AGO))
    store.put(Order('Bob', {'tea': 1}, order_id='new'))
    event = client.events.generate_cw_event(
        source='aws.events', detail_type='Scheduled Event', detail={},
        resources=[])
    response = client.lambda_.invoke('cancel_stale_orders', event)
    assert response.payload == {'cancelled': 1}
    assert store.get('old').status == 'cancelled'
    assert store.get('new').status == 'pending'


def test_payment_message_marks_an_order_as_paid(client, store):
    store.put(Order('Ada', {'tea': 1}, order_id='a'))
    event = client.events.generate_sqs_event(
        ['not json', '{}', '{"order_id": "none"}', '{"order_id": "a"}'])
    client.lambda_.invoke('handle_payments', event)
    assert store.get('a').status == 'paid'
