from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from chalicelib.orders import (DynamoDBOrderStore, InvalidOrder,
                               MemoryOrderStore, Order, cancel_stale,
                               new_order, open_store, parse_payment)


class FakeTable:
    """Answers each scan with the next page."""

    def __init__(self, pages):
        self.pages, self.queries = iter(pages), []

    def scan(self, **query):
        self.queries.append(query)
        return next(self.pages)


def test_new_order_is_pending_and_has_its_own_id():
    body = {'customer': ' Ada ', 'items': {'tea': 2, 'milk': 1}}
    first, second = new_order(body), new_order(body)
    assert (first.customer, first.items) == ('Ada', body['items'])
    assert first.status == 'pending'
    assert first.order_id != second.order_id


@pytest.mark.parametrize('body, message', [
    (None, 'The body must be a JSON object'),
    ([], 'The body must be a JSON object'),
    ({'items': {'tea': 1}}, 'customer must be a non-empty string'),
    ({'customer': ' ', 'items': {'tea': 1}}, 'customer must be a non-empty'),
    ({'customer': 'Ada'}, 'items must map at least one SKU'),
    ({'customer': 'Ada', 'items': {}}, 'items must map at least one SKU'),
    ({'customer': 'Ada', 'items': {'': 1}}, 'items must map at least one SKU'),
    ({'customer': 'Ada', 'items': {'tea': 0}}, 'from 1 to 1000'),
    ({'customer': 'Ada', 'items': {'tea': 1001}}, 'from 1 to 1000'),
    ({'customer': 'Ada', 'items': {'tea': 1.5}}, 'from 1 to 1000'),
    ({'customer': 'Ada', 'items': {'tea': True}}, 'from 1 to 1000'),
])
def test_new_order_rejects(body, message):
    with pytest.raises(InvalidOrder, match=message):
        new_order(body)


@pytest.mark.parametrize('message', [None, [], {}, {'order_id': 7}])
def test_parse_payment_rejects(message):
    with pytest.raises(ValueError, match='order_id'):
        parse_payment(message)


def test_memory_store_changes_a_status_only_from_the_expected_one():
    store = MemoryOrderStore()
    store.put(Order('Ada', {'tea': 1}, order_id='a'))
    assert store.change_status('a', 'pending', 'paid')
    assert not store.change_status('a', 'pending', 'cancelled')
    assert not store.change_status('none', 'pending', 'paid')
    assert store.get('a').status == 'paid'


def test_cancel_stale_leaves_paid_and_recent_orders():
    now = datetime.now(timezone.utc)
    store = MemoryOrderStore()
    for order_id, status, hours in [('stale', 'pending', 3),
                                    ('paid', 'paid', 3),
                                    ('recent', 'pending', 1)]:
        created_at = (now - timedelta(hours=hours)).isoformat()
        store.put(Order('Ada', {'tea': 1}, order_id, status, created_at))
    assert cancel_stale(store, timedelta(hours=2)) == 1
    assert [order.order_id for order in store.find('cancelled')] == ['stale']
    assert [order.order_id for order in store.find()] == [
        'recent', 'stale', 'paid']


def test_open_store_needs_a_table_name_for_dynamodb():
    assert isinstance(open_store('orders-beta'), DynamoDBOrderStore)
    assert isinstance(open_store(None), MemoryOrderStore)
    assert isinstance(open_store(''), MemoryOrderStore)


def test_dynamodb_store_reads_every_page_and_turns_decimals_into_ints():
    item = Order('Ada', {'tea': 2}, order_id='a').to_dict()
    stored = {**item, 'items': {'tea': Decimal('2')}}
    table = FakeTable([
        {'Items': [stored], 'LastEvaluatedKey': {'order_id': 'a'}},
        {'Items': []}])
    store = DynamoDBOrderStore('orders-beta')
    store._table = table
    assert store.find('pending') == [Order(**item)]
    assert [query.get('ExclusiveStartKey') for query in table.queries] == [
        None, {'order_id': 'a'}]
