const secretNames =
  /(?:^|\/)(?:\.env(?:\.[^/]+)?|id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.npmrc|\.pypirc|\.dockerconfigjson|kubeconfig|[^/]+\.(?:kubeconfig|pfx|p12|jks|keystore|tfstate))$/;

/** Tells whether files of this name usually hold secrets. */
export function isSecretName(path: string): boolean {
  return secretNames.test(path);
}
